import type { Page } from "@perennial/core/campaign/views.ts";
import { count } from "../words/numbers.ts";

/** How a running campaign fares: "Healthy", or what went wrong for whom; of the members, those that the page was given count. */
export function health({ figures, members }: Pick<Page, "figures" | "members">): string {
  const because = (matches: (code: string) => boolean) =>
    members.filter(({ reason }) => matches(reason.code)).length;
  const held = because((code) => code.startsWith("held."));
  const refused = because((code) => code.startsWith("failed."));
  const unknown = because((code) => code === "unknown");
  const { bouncedHard, complained } = figures;
  const troubles = [
    held > 0 && `${count(held, "person is", "people are")} held back`,
    refused > 0 && `${count(refused, "mail was", "mails were")} refused`,
    unknown > 0 && `${count(unknown, "mail", "mails")} may or may not have left`,
    bouncedHard > 0 && `${count(bouncedHard, "mail", "mails")} came back`,
    complained > 0 && `${count(complained, "mail was", "mails were")} marked as spam`,
  ].filter((trouble) => trouble !== false);
  return troubles.length === 0 ? "Healthy" : troubles.join(", ");
}
