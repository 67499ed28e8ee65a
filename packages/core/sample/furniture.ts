import { entities } from "../service.ts";
import { apartOf, letters, type Past, past } from "./campaigns.ts";
import type { Beginning, Item } from "./life.ts";
import { importedAt, importOf, persona } from "./persona.ts";
import { FILES } from "./trades.ts";

export interface Whole extends Beginning {
  readonly people: number;
}

/** What the sample's people were led by: always the same keys, so that it is found again to be removed. */
export const furniture = (whole: Whole): Item[] =>
  [...led(whole), ...files(whole)].map((params) => ({
    ...(params as unknown as { Item: Item }).Item,
    sample: true,
  }));

/** The files that were read in, with how many people each brought. */
function files({ begunAt, people, recruiterId }: Whole) {
  const ways = Array.from({ length: people }, (_, n) => persona(n, begunAt).way);
  return FILES.map(({ name }) => {
    const rows = ways.filter((way) => way.kind === "import" && way.file === name).length;
    const at = importedAt(name, begunAt).toISOString();
    return entities.import
      .put({
        importId: importOf(name),
        fileName: `${name} (sample).csv`,
        bytes: rows * 150,
        state: "finished",
        by: { id: recruiterId, name: "Sample" },
        ...{ rows, parts: 1, attempt: 1, revision: 1, notes: [] },
        counts: { new: rows, updated: 0, unchanged: 0, rejected: 0 },
        ...{ createdAt: at, startedAt: at, finishedAt: at },
      })
      .params();
  });
}

/** Templates, segments and campaigns. */
function led({ begunAt, recruiterId }: Whole) {
  const campaigns = past(begunAt);
  const oldest = campaigns[0]?.launchedAt.toISOString() ?? begunAt.toISOString();
  return [
    ...letters().map((letter) =>
      entities.template.put({ ...letter, revision: 1, createdAt: oldest, updatedAt: oldest }).params(),
    ),
    ...campaigns.flatMap((campaign) => ran(campaign, recruiterId)),
  ];
}

/** A campaign with its segment and its only version. */
function ran(
  { campaignId, name, segmentId, segment, rule, launchedAt, finishedAt, mails }: Past,
  by: string,
) {
  const at = launchedAt.toISOString();
  const [first, second] = mails.map(({ stepId, templateId }) => ({ stepId, kind: "email", templateId }));
  const pause = { stepId: "pause", kind: "wait", unit: "days", amount: apartOf(campaignId) };
  const steps = [first, pause, second];
  const over = { state: "finished" as const, finishedAt: finishedAt.toISOString() };
  const times = { createdAt: at, launchedAt: at, startsAt: at, enrolledAt: at };
  const entry = { kind: "segment", segmentId, mode: "once", rule };
  const revised = { version: 1, revision: 1, epoch: 1, run: 0 };
  return [
    entities.segment
      .put({ segmentId, name: segment, rule, revision: 1, createdAt: at, updatedAt: at })
      .params(),
    entities.campaign.put({ campaignId, name, entry, steps, ...revised, ...over, ...times }).params(),
    entities.journey.put({ campaignId, version: 1, steps, at, by }).params(),
  ];
}
