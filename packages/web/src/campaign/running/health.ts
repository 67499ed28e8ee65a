import type { Page } from "@perennial/core/campaign/views.ts";
import { count } from "../../words/numbers.ts";

/** How a running campaign fares: "Healthy", or what went wrong for whom. */
export function health({ figures, people, verdict }: Pick<Page, "figures" | "people" | "verdict">): string {
  const { bouncedHard, complained } = figures;
  const unknown = people.insideBy.unknown ?? 0;
  const refused = people.insideBy["failed.rejected"] ?? 0;
  const troubles = [
    verdict.held > 0 && `${count(verdict.held, "person is", "people are")} held back`,
    refused > 0 && `${count(refused, "mail was", "mails were")} refused`,
    unknown > 0 && `${count(unknown, "mail", "mails")} may or may not have left`,
    bouncedHard > 0 && `${count(bouncedHard, "mail", "mails")} came back`,
    complained > 0 && `${count(complained, "mail was", "mails were")} marked as spam`,
  ].filter((trouble) => trouble !== false);
  return troubles.length === 0 ? "Healthy" : troubles.join(", ");
}
