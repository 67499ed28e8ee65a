import { describe, expect, test } from "vitest";
import { web } from "../../infra/web.ts";
import { ours } from "./support/realised.ts";
import { small } from "./support/synth.ts";
import { all, type Templates, templates, text } from "./support/template.ts";

const generationIn = (reference: unknown) => Number(/OriginSecret(\d)/.exec(text(reference))?.[1]);

/** By each function behind the gateway. */
const acceptedIn = (from: Templates): number[][] =>
  ours(from)
    .map(({ Properties: it }) => it.Environment.Variables)
    .filter((its) => its.PERENNIAL_ORIGIN_SECRET)
    .map((its) => [its.PERENNIAL_ORIGIN_SECRET, its.PERENNIAL_ORIGIN_SECRET_NEXT].map(generationIn));

/** Deployments whose origin secret was renewed so many times less one, and what each has of it. */
const generations = [1, 2, 3, 4].map((origin) => {
  const from = templates({ ...small, secrets: { origin } });
  return { origin, sent: sentIn(from), accepted: acceptedIn(from), exported: exportedIn(from) };
});
type Generation = (typeof generations)[number];
const of = (origin: number): Generation => {
  const found = generations.find((one) => one.origin === origin);
  if (!found) throw new Error(`Generation ${origin} is not synthesised`);
  return found;
};

function sentIn(from: Templates): number {
  const [front] = all(from, "AWS::CloudFront::Distribution");
  const origins = front?.Properties.DistributionConfig.Origins ?? [];
  const headers = origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
  return generationIn(headers.find(({ HeaderName }) => HeaderName === web.originHeader)?.HeaderValue);
}

/** What other stacks may name: a reference to a secret that the same stack makes. */
function exportedIn(from: Templates): number[] {
  const made = all(from, "AWS::SecretsManager::Secret").map(({ id }) => id);
  const values = Object.values(from.web?.Outputs ?? {}).map(({ Value }) => text(Value).slice(1, -1));
  return values.filter((id) => made.includes(id) && id.startsWith("OriginSecret")).map(generationIn);
}

describe.each([1, 2, 3])("from generation %i to the next", (origin) => {
  const [before, after] = [of(origin), of(origin + 1)];
  // The functions' stack names the address of CloudFront's, so CloudFront changes first, edge by edge, and then one function after the other.
  test.each([
    ["while CloudFront changes", [before.sent, after.sent], before.accepted],
    ["while the functions change", [after.sent], [...before.accepted, ...after.accepted]],
  ])("%s every request that it sends is accepted by every function", (_, sent, accepting) => {
    expect(accepting.length).toBeGreaterThan(1);
    for (const accepted of accepting) expect(accepted).toEqual(expect.arrayContaining(sent));
  });

  test("another secret is sent, and functions that failed to change can go back to theirs", () => {
    expect(after.sent).not.toBe(before.sent);
    expect(after.exported).toEqual(expect.arrayContaining(before.accepted.flat()));
  });
});

test("CloudFormation refuses to leave a generation out, or to go back: the functions still import what would go", () => {
  for (const [here, there] of [
    [1, 3],
    [2, 4],
    [3, 2],
  ] as const) {
    const gone = of(here)
      .accepted.flat()
      .filter((one) => !of(there).exported.includes(one));
    expect(gone).not.toEqual([]);
  }
});
