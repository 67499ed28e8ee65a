import { addressParser } from "postal-mime";

/** The bare address of `Name <address>`, lower case. */
export const bare = (text: string) =>
  (addressParser(text, { flatten: true })[0]?.address ?? text).toLowerCase();

const SIMULATOR = /^(success|bounce|ooto|complaint|suppressionlist)(\+[^@]*)?@simulator\.amazonses\.com$/;

/** Which behaviour of the SES mailbox simulator an address asks for (SES guide, "mailbox simulator"). */
export const simulated = (address: string) => SIMULATOR.exec(bare(address))?.[1];
