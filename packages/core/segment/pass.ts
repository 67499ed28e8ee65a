import * as Candidate from "../candidate/index.ts";
import * as Gate from "../gate/index.ts";
import { type Answer, ask } from "./ask.ts";
import { unreachable, unwritable } from "./ladder.ts";
import type { Question } from "./question.ts";
import { add, blank, count, meet, stop, type Tally } from "./tally.ts";

/** So many people are asked at most whether a mail would reach them; of more, the rest is taken to be like them. */
const GATES = 5_000;
/** Shards counted together: their people are held in memory meanwhile, and their gates read at once. */
const TOGETHER = 16;

/** Counts the shard that speaks for everybody. */
export const oneShard = (question: Question): Promise<Tally> => counted([question.shard], question, GATES);

interface Everybody {
  readonly sum: Tally;
  /** How many each line keeps out or lets in is counted of these: everybody, or the speaking shard where it would take too many gates. */
  readonly lines: { readonly of: readonly number[]; readonly exact: boolean };
}

/** Counts everybody, the speaking shard first. */
export async function everybody(question: Question): Promise<Everybody> {
  const speaking = await oneShard(question);
  const slack = speaking.near * Candidate.SHARDS.length <= GATES ? 1 : 0;
  const sum = blank(question);
  add(sum, speaking);
  const rest = Candidate.SHARDS.filter((shard) => shard !== question.shard);
  for (let from = 0; from < rest.length; from += TOGETHER)
    add(sum, await counted(rest.slice(from, from + TOGETHER), question, GATES - sum.asked, slack));
  return { sum, lines: slack === 1 ? { of: sum.lines, exact: true } : { of: speaking.lines, exact: false } };
}

async function counted(
  shards: readonly string[],
  question: Question,
  gates: number,
  slack: 0 | 1 = 1,
): Promise<Tally> {
  const tally = blank(question);
  const isSpeaking = shards.includes(question.shard);
  const people = (await Promise.all(shards.map(Candidate.shard))).flat();
  const answers = await ask(people, question, slack);
  for (const answer of answers) count(tally, answer, question);
  const found = answers.filter(({ truth }) => truth === true);
  const faces = found.map(({ facts }) => facts);
  meet(tally, faces, question, isSpeaking);
  await climb(tally, found, question, gates);
  return tally;
}

/** The ladder: who of those found may be written to, and who of these would get a mail. */
async function climb(
  tally: Tally,
  found: readonly Answer[],
  question: Question,
  gates: number,
): Promise<void> {
  const { policy, now } = question;
  const writable: Answer[] = [];
  for (const answer of found) {
    const why = unwritable(answer.facts, policy, now);
    if (why) stop(tally, "may_write", why);
    else writable.push(answer);
  }
  tally.mayWrite = writable.length;
  const asked = writable.slice(0, Math.max(0, gates));
  const unread = asked.filter(({ gate }) => !gate).map(({ facts }) => facts.candidateId);
  const read = await Gate.readMany(unread);
  tally.asked = asked.length;
  for (const { facts, gate = read.get(facts.candidateId) } of asked) {
    const why = unreachable(gate, policy, now);
    if (why) stop(tally, "would_get", why);
    else tally.wouldGet++;
  }
}
