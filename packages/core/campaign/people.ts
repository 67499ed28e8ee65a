import * as z from "zod";
import { Actor } from "../actor.ts";
import * as Candidate from "../candidate/index.ts";
import { End, Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { Id } from "../id.ts";
import * as Season from "../season/index.ts";
import { read } from "./read.ts";
import type { Member, People } from "./views.ts";

const PAGE = 100;

const Asked = z.strictObject({
  campaignId: Id("cmp"),
  /** inside, stopped (ended early, whyever), or one `End`; everybody without it. */
  state: z.enum(["inside", "stopped", ...End.options]).exactOptional(),
  stepId: z.string().max(20).exactOptional(),
  /** The code of her last decision. */
  reason: z.string().max(60).exactOptional(),
  /** Where the page before ended. */
  cursor: z
    .string()
    .regex(/^\d{1,7}$/)
    .exactOptional(),
});
type Asked = z.output<typeof Asked>;

/** Who stands where in a campaign, a hundred a page: those inside by due time, then those who ended, the latest first. */
export const people = fn(Asked, async (asked): Promise<People> => {
  Actor.assert("campaigns.read");
  const { campaignId, cursor = "0" } = asked;
  await read(campaignId);
  const found = await rowsOf(asked);
  const [from, to] = [Number(cursor), Number(cursor) + PAGE];
  const members = await membersOf(campaignId, found.slice(from, to));
  return { people: members, total: found.length, ...(to < found.length ? { cursor: String(to) } : {}) };
});

async function rowsOf({ campaignId, state, stepId, reason }: Asked): Promise<Enrolment.Row[]> {
  const [inside, ended] = await Promise.all([
    state === undefined || state === "inside" ? Enrolment.inside(campaignId) : [],
    state === "inside" ? [] : Enrolment.ended(campaignId),
  ]);
  return [...inside, ...ended.filter(({ end }) => isIn(state, end))].filter(
    (row) => (stepId === undefined || row.stepId === stepId) && (reason === undefined || row.code === reason),
  );
}

function isIn(state: Asked["state"], end: End | undefined): boolean {
  if (state === "stopped") return end !== "finished" && end !== "left_out";
  return state === undefined || state === end;
}

/** In the order of the rows; who is gone meanwhile is missing. */
async function membersOf(campaignId: string, rows: readonly Enrolment.Row[]): Promise<Member[]> {
  const ids = rows.map(({ candidateId }) => candidateId);
  const [enrolments, names, gates] = await Promise.all([
    Enrolment.readMany(campaignId, ids),
    Candidate.names(ids),
    Gate.readMany(ids),
  ]);
  return ids.flatMap((candidateId) => {
    const { data } = EnrolmentInfo.safeParse(enrolments.get(candidateId));
    return data ? [member(data, names.get(candidateId) ?? "Erased", gates.get(candidateId))] : [];
  });
}

function member(enrolment: EnrolmentInfo, name: string, gate: Gate.Info | undefined): Member {
  const { candidateId, enteredAt, version, stepId, dueAt, end, endedAt, reason } = enrolment;
  return {
    ...{ candidateId, name, enteredAt, version, reason },
    ...(stepId ? { stepId } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(end ? { end } : {}),
    ...(endedAt ? { endedAt } : {}),
    ...(gate && !gate.erased ? { season: Season.line(gate.marks, gate.permissions.job_news) } : {}),
  };
}
