import * as Candidate from "@perennial/core/candidate";
import * as Form from "@perennial/core/form";
import { required } from "@perennial/core/segment/read.ts";

/** What a search asks of nouns that know people: the rule of a segment, and what a source is called. */
const asking = {
  rule: async (segmentId: string) => (await required(segmentId)).rule,
  sources: async (sources: readonly string[]) =>
    new Map(await Promise.all(sources.map(async (source) => [source, await nameOf(source)] as const))),
};

/** `form:<id>` is called as the form is, `import:<words>` as whoever imported called it. */
async function nameOf(source: string): Promise<string> {
  const [, kind, rest = ""] = /^(form|import):(.+)$/.exec(source) ?? [];
  const form = kind === "form" ? await Form.read(rest) : undefined;
  return form?.name ?? (rest || source);
}

export const search = Candidate.search(asking);
export const toCsv = Candidate.toCsv(asking);
