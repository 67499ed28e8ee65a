import type { Strings } from "./strings.en.ts";

/** Words around every mail, in German. */
export const de: Strings = {
  often: "Höchstens eine Mail in 3 Tagen, höchstens 4 im Monat.",
  unsubscribe: "Keine Mails mehr",
  preferences: "Einstellungen ändern",
  privacy: "Datenschutz",
  imprint: "Impressum",
};
