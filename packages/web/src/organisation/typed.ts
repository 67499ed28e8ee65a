import type { Settings } from "@perennial/core/organisation/organisation.schema.ts";

/** The settings while they are typed: nothing is absent, it is empty. */
export type Typed = { readonly [Field in Exclude<keyof Settings, "languages">]-?: string } & {
  readonly languages: Settings["languages"];
};
export type TextField = Exclude<keyof Typed, "languages" | "zone">;

const BLANK: Typed = {
  name: "",
  postalAddress: "",
  privacyUrl: "",
  imprintUrl: "",
  privacyEmail: "",
  senderName: "",
  senderEmail: "",
  zone: "",
  languages: [],
};

/** What is known, and where nothing is, what is likely: the reader's own zone and English. */
export function typedFrom(settings: Partial<Settings>): Typed {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { ...BLANK, zone, ...settings, languages: settings.languages ?? ["en"] };
}

/** What is sent: an empty imprint is none, any other empty field goes to the server, which says what it wants there. */
export function written({ imprintUrl, ...typed }: Typed): Settings {
  return { ...typed, ...(imprintUrl === "" ? {} : { imprintUrl }) };
}
