/** An organisation with everything that the law and the mail rules ask for. */
export const acme = {
  name: "Acme Care",
  postalAddress: "Acme Care gGmbH, Lindenstraße 4, 04103 Leipzig, Germany",
  privacyUrl: "https://acme.example/privacy",
  privacyEmail: "privacy@acme.example",
  senderName: "Acme Careers",
  senderEmail: "careers@acme.example",
  zone: "Europe/Berlin",
  languages: ["en", "de"],
};
