import type { Words } from "./wording.en.ts";

/** What people are asked in German. */
export const de: Words = {
  job_news: {
    label: (name) => `Ja, ${name} darf mir Job-News per E-Mail schicken.`,
    points: (name, privacyUrl) => [
      { term: "Verantwortlich", text: `${name}.` },
      {
        term: "Was Sie bekommen",
        text: "Stellen und Neues von uns: höchstens eine Mail in 3 Tagen, höchstens 4 im Monat.",
      },
      {
        term: "Wer Ihre Angaben liest",
        text: "Unser Recruiting-Team. Unser Hosting-Anbieter speichert sie nur für uns.",
      },
      { term: "Wie lange", text: "24 Monate. Dann entscheiden Sie neu." },
      { term: "Wie Sie es beenden", text: "In jeder Mail ist ein Link dafür, und wir hören sofort auf." },
      { term: "Datenschutz", text: privacyUrl },
    ],
  },
  tracking: {
    label: (name) => `${name} darf aufzeichnen, ob ich Mails öffne und Links darin anklicke.`,
    points: () => [
      {
        term: "Was aufgezeichnet wird",
        text: "Wann Sie eine unserer Mails öffnen, wann Sie welchen Link darin anklicken und ob das ein Mensch oder eine Maschine war.",
      },
      {
        term: "Wozu",
        text: "Um Ihnen zu schicken, was Sie interessiert. Nur unser Recruiting-Team sieht es.",
      },
      {
        term: "Wie Sie es beenden",
        text: "Ein Schalter in Ihren Einstellungen. Auch ohne bekommen Sie dieselben Mails.",
      },
    ],
  },
};
