import * as Form from "../form/index.ts";
import * as Rule from "../rule/index.ts";
import * as Segment from "../segment/index.ts";
import { ripens } from "./asks.ts";
import type { Entry } from "./campaign.schema.ts";
import type { EntryView } from "./views.ts";

/** The rule people enter by: as copied at the launch, before it as the segment says now. Undefined for forms and for what is gone. */
export async function ruleOf(entry: Entry): Promise<Rule.Info | undefined> {
  if (entry.kind === "form") return undefined;
  return entry.rule ?? (await Segment.read(entry.segmentId))?.rule;
}

/** Who enters, with the names of what the entry points to. */
export async function entryView(entry: Entry): Promise<EntryView> {
  if (entry.kind === "form") {
    const form = await Form.read(entry.formId);
    return { kind: "form", name: form?.name ?? "", address: Form.address(entry.formId) };
  }
  const segment = await Segment.read(entry.segmentId);
  const rule = entry.rule ?? segment?.rule;
  return {
    kind: "segment",
    name: segment?.name ?? "",
    mode: entry.mode,
    ...(rule ? { words: Rule.words(rule) } : {}),
    ...(rule && ripens(rule) ? { ripens: true as const } : {}),
  };
}
