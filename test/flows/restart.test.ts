import { expect, test } from "vitest";
import { listen } from "../../packages/local/loopback.ts";
import { act, confirm, mail, signUp } from "./support/candidate.ts";
import { open } from "./support/organisation.ts";
import { placeOf, run, somewhere } from "./support/process.ts";
import { signIn } from "./support/recruiter.ts";

const ada = { name: "Ada Lovelace", email: "ada@example.org", tracking: true };

test("Ctrl-C stops it cleanly, and everything is there again after the next start", async () => {
  const where = await somewhere();
  const began = Date.now();
  const [place, first] = [placeOf(where), run(where)];
  await first.ready;
  process.stdout.write(`restart.test.ts: ready in ${Date.now() - began} ms\n`);
  expect(first.said()).toContain("On this machine: no mail leaves it.");
  expect(first.said()).toContain(`${place.siteUrl}/join`);
  expect(first.said()).toContain(where.data);
  const { campaignId } = await open(await signIn(place, "ana"));
  await signUp(place, ada);
  await confirm(place, ada.email);
  const welcome = await mail(place, ada.email, /Welcome, Ada/);
  await place.clock.moveTo(place.clock.ms() + 2 * 3_600_000);
  const shown = async () => (await signIn(place, "ana")).call("GET", `/v1/campaigns/${campaignId}`);
  const [before, then] = [await shown(), place.clock.ms()];
  expect(await first.end("SIGINT")).toEqual({ code: 0, signal: null });

  const second = run(where);
  await second.ready;
  expect(await shown()).toEqual(before);
  await place.clock.settled();
  expect(place.clock.ms()).toBeGreaterThan(then);
  expect(await act(place, welcome, "open")).toEqual({ opened: true });
  expect(await second.end("SIGTERM")).toEqual({ code: 0, signal: null });
});

test("a taken port is named, with the way out", async () => {
  const where = await somewhere();
  for (const port of [where.port, where.port + 1]) {
    const taken = await listen(() => undefined, port);
    const refused = run(where);
    expect(await refused.exit).toEqual({ code: 1, signal: null });
    expect(refused.said()).toContain(`Port ${port} is taken. Choose another: npm start -- --port`);
    await taken.close();
  }
});

test("two runs never share a data directory: the second is told so, the first goes on", async () => {
  const [where, elsewhere] = [await somewhere(), await somewhere()];
  const first = run(where);
  await first.ready;
  const second = run({ port: elsewhere.port, data: where.data });
  expect(await second.exit).toEqual({ code: 1, signal: null });
  expect(second.said()).toContain("This data directory is in use by another run.");
  expect((await fetch(`${placeOf(where).siteUrl}/v1/openapi.json`)).status).toBe(200);
  expect(await first.end("SIGINT")).toEqual({ code: 0, signal: null });
});
