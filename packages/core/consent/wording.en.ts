/** What people are asked in English: a sentence to agree with, and what they should know before they do. */
export const en = {
  job_news: {
    label: (name: string) => `Yes, ${name} may send me job news by e-mail.`,
    points: (name: string, privacyUrl: string) => [
      { term: "Responsible", text: `${name}.` },
      { term: "What you get", text: "Jobs and news from us: at most one mail in 3 days, at most 4 a month." },
      {
        term: "Who reads your details",
        text: "Our recruiting team. Our hosting provider only stores them for us.",
      },
      { term: "How long", text: "24 months. Then you decide anew." },
      { term: "How to end it", text: "Every mail has a link to stop, and we stop at once." },
      { term: "Privacy notice", text: privacyUrl },
    ],
  },
  tracking: {
    label: (name: string) => `${name} may record whether I open its mails and click their links.`,
    points: () => [
      {
        term: "What is recorded",
        text: "When you open one of our mails, when you click which link in it, and whether a person or a machine did that.",
      },
      { term: "What for", text: "To send you what interests you. Only our recruiting team sees it." },
      { term: "How to end it", text: "One switch in your settings. Without this you get the same mails." },
    ],
  },
};

export type Words = typeof en;
