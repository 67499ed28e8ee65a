import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { newId } from "../../packages/core/id.ts";
import { handler as release } from "../../packages/functions/subscribers/release.ts";
import { campaign, enter, turn, work } from "./support/campaigns.ts";
import { lagging } from "./support/lagging.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const HOUR_MS = 3_600_000;

const enrol = (candidateId: string) =>
  as("system", async () => Campaign.enrol(await Campaign.doors(), candidateId, { formId: COMMUNITY }));

test("she enters what is open as it stands, whatever the list says of it yet", async () => {
  const [fresh, over] = [await campaign(), await campaign()];
  const ada = await member(here, "ada@example.org");
  await turn(over, "stop");
  await lagging({ [fresh]: "draft", [over]: "running" }, () => enrol(ada));
  expect(await Enrolment.read(ada, fresh)).toMatchObject({ reason: { code: "entered.form" } });
  await expect(Enrolment.read(ada, over)).rejects.toThrow();
  await turn(fresh, "stop");
});

test("who enters in the moment of the stop is out at once, and the queue may say it twice", async () => {
  const welcome = await campaign();
  const grace = await member(here, "grace@example.org");
  await meanwhile(
    () => turn(welcome, "stop"),
    () => enrol(grace),
  );
  const left = await Enrolment.read(grace, welcome);
  expect(left).toMatchObject({ end: "stopped.campaign", reason: { code: "stopped.campaign" } });
  await enrol(grace);
  expect(await Enrolment.read(grace, welcome)).toEqual(left);
});

test("news of her leaving that comes late spares what she entered after she came back", async () => {
  const [before, after] = [await campaign(), await campaign()];
  const ida = await member(here, "ida@example.org");
  await enter(ida, before);
  here.clock.forward(HOUR_MS);
  await leave(ida);
  const [event] = await here.items({ type: "consent.withdrawn", candidateId: ida });
  // The worker looked before the news came; then she changes her mind.
  await work(before);
  here.clock.forward(1);
  await member(here, "ida@example.org");
  await enter(ida, after);

  const body = JSON.stringify({
    id: newId("evt"),
    source: "perennial",
    "detail-type": "consent.withdrawn",
    time: here.clock.iso(),
    detail: event,
  });
  const Records = [{ messageId: "1", body }] as Parameters<typeof release>[0]["Records"];
  const answer = await release({ Records }, {} as Parameters<typeof release>[1]);
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(await Enrolment.read(ida, before)).toMatchObject({ end: "stopped.unsubscribed" });
  expect((await Enrolment.read(ida, after)).endedAt).toBeUndefined();
});
