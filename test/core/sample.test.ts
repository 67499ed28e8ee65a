import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { NOBODY } from "../../packages/core/event/event.entity.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { Metric } from "../../packages/core/metric/index.ts";
import { Note } from "../../packages/core/note/index.ts";
import { begin, Sample } from "../../packages/core/sample/index.ts";
import { entities } from "../../packages/core/service.ts";
import { recount } from "../flows/support/recount.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

type Item = Record<string, unknown>;
const here = table();
const PEOPLE = 210;

const isOurs = ({ type }: Item) => !String(type).startsWith("sample.");
const rows = async () =>
  (await here.items({})).filter(isOurs).sort((a, b) => `${a.pk}${a.sk}`.localeCompare(`${b.pk}${b.sk}`));
/** Runs every part that the log asks for, twice each, as a queue may. */
async function work(): Promise<void> {
  const log = () => entities.event.query.person({ candidateId: NOBODY }).go({ consistent: true });
  const asked = async () => (await log()).data.filter((event) => !isOurs(event));
  for (let [done, events] = [0, await asked()]; done < events.length; events = await asked()) {
    for (const { type, data } of events.slice(done).flatMap((event) => [event, event])) {
      const { from } = data as { from: number };
      await as("system", () => (type === "sample.laying" ? Sample.layPart(from) : Sample.removePart(from)));
    }
    done = events.length;
  }
}

let before: Item[];
beforeAll(async () => {
  await furnish();
  await member(here, "ada@example.org", { name: "Ada" });
  before = await rows();
  expect(await as("admin", () => begin(PEOPLE))).toEqual({ state: "laying", done: 0, people: PEOPLE });
  await expect(as("admin", Sample.remove)).rejects.toMatchObject({ code: "sample.laying" });
  await work();
}, 120_000);

test("it is there, every one of it marked, and asking again changes nothing", async () => {
  expect(await as("viewer", Sample.show)).toEqual({ state: "there", done: PEOPLE, people: PEOPLE });
  const laid = await rows();
  await as("admin", Sample.lay);
  expect(await rows()).toEqual(laid);
  const people = (await Candidate.everybody()).filter(({ name }) => name !== "Ada");
  expect(people).toHaveLength(PEOPLE);
  expect(people.every(({ sample }) => sample)).toBe(true);
});

test("its figures are what its log says, beside those of real people", async () => {
  const counted = recount(await rows());
  const scopes = [...new Set(Object.keys(counted).map((key) => key.split(" ")[0] ?? ""))];
  expect(scopes.length).toBeGreaterThan(5);
  for (const scope of scopes) {
    const figures = await Metric.everything(scope);
    for (const [period, sum] of figures) {
      // Ada joined as well, but nobody has counted her here.
      const log = counted[`${scope} ${period}`] ?? {};
      const joined =
        scope === "organisation" && (period === "all" || period === here.clock.iso().slice(0, 10)) ? 1 : 0;
      const shown = Object.fromEntries(Object.entries(sum).filter(([, count]) => count !== 0));
      expect({ ...shown, joined: (shown.joined ?? 0) + joined }).toEqual({ ...log, joined: log.joined ?? 0 });
    }
  }
});

test("nobody of it can ever be written to, by any mail, whatever she seems to allow", async () => {
  const ids = (await Candidate.everybody()).flatMap(({ sample, candidateId }) =>
    sample ? [candidateId] : [],
  );
  const gates = [...(await Gate.readMany(ids)).values()];
  expect(gates).toHaveLength(PEOPLE);
  const now = new Date(here.clock.ms());
  for (const kind of ["confirmation", "privacy", "process", "personal", "alert", "nurture"] as const)
    expect(gates.filter((gate) => Gate.judge(gate, kind, now).ok)).toEqual([]);
  expect(gates.filter((gate) => Candidate.mayWrite(gate).answer === "yes").length).toBeGreaterThan(100);
  const addresses = (await here.items({ __edb_e__: "address" })).map(({ raw }) => String(raw));
  expect(addresses.filter((raw) => raw !== "ada@example.org").every((raw) => raw.endsWith(".example"))).toBe(
    true,
  );
});

test("every index row has its item", async () => {
  expect(await here.anomalies()).toEqual([]);
});

test("removed, nothing of it is left, nor of what came since: the table is as it was, and so are the figures", async () => {
  const [someone] = (await Candidate.everybody()).filter(({ sample }) => sample);
  const candidateId = String(someone?.candidateId);
  await as("recruiter", () => Note.write({ candidateId, text: "Nice" }));
  await as("recruiter", () => Candidate.tagMany({ candidateIds: [candidateId], add: ["x"] }));
  expect(await as("admin", Sample.remove)).toMatchObject({ state: "removing" });
  await expect(as("admin", Sample.lay)).rejects.toMatchObject({ code: "sample.removing" });
  await work();
  expect(await as("viewer", Sample.show)).toMatchObject({ state: "none" });
  expect(await rows()).toEqual(before);
}, 60_000);

test("only who may lays it out or removes it", async () => {
  for (const act of [Sample.lay, Sample.remove])
    await expect(as("recruiter", act)).rejects.toMatchObject({ code: "permission.missing" });
});
