import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { entities } from "../../packages/core/service.ts";
import { client } from "../../packages/core/table.ts";
import { Token } from "../../packages/core/token/index.ts";
import { handler } from "../../packages/functions/public/index.ts";
import { as, furnish, leave, member, signUp } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { quiet } from "./support/log.ts";
import { ask, request } from "./support/request.ts";

quiet();
const DAY_MS = 86_400_000;
const here = table();

/** Addresses by what we know of them. */
const STATES: Readonly<Record<string, (email: string) => Promise<unknown>>> = {
  "nobody has": async () => undefined,
  "waits for its confirmation": (email) => signUp(here, email),
  "is a member's": (email) => member(here, email),
  "is of somebody who left": async (email) => leave(await member(here, email)),
  "is of somebody nobody may write to": async (email) => {
    const candidateId = await member(here, email);
    return as("recruiter", () => Candidate.doNotContact({ candidateId, on: true }));
  },
  bounced: (email) =>
    entities.suppression
      .put({ addressHash: Candidate.hashOf(email), reason: "bounce", at: "2026-03-02T09:00:00Z" })
      .go(),
  "was erased": async (email) => {
    const token = await Token.sign("preferences", { subject: await member(here, email) });
    return as("visitor", () => Candidate.erase({ token }));
  },
  "asked three times today": async (email) => {
    for (let time = 0; time < 3; time++) await signUp(here, email);
  },
};
const states = Object.keys(STATES);
const addressOf = (state: string) => `${state.replace(/\W/g, "-")}@example.org`;

beforeAll(async () => {
  await furnish();
  for (const [state, make] of Object.entries(STATES)) await make(addressOf(state));
});

/** Calls in rounds: those of a round are under way together, the next begins when they are answered. */
async function roundsOf(act: () => Promise<unknown>): Promise<readonly (readonly string[])[]> {
  const rounds: string[][] = [];
  let underWay = 0;
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        if (underWay++ === 0) rounds.push([]);
        rounds.at(-1)?.push(commandName);
        return next(args).finally(() => {
          underWay--;
        });
      },
    { step: "initialize", name: "rounds", override: true },
  );
  await act().finally(() => client.middlewareStack.remove("rounds"));
  return rounds;
}

const FORM = "application/x-www-form-urlencoded";

/** Everybody asks from a network of her own, so that only her mailbox is counted. */
const homeOf = (email: string) => `198.18.${email.length}.1:50000`;

async function asked(email: string, accept: string) {
  const stamp = await Token.sign("form", { subject: COMMUNITY });
  here.clock.forward(5000);
  const body = new URLSearchParams({ name: "Eve", email, jobNews: "yes", stamp, website: "" }).toString();
  const headers = { "content-type": FORM, accept, "cloudfront-viewer-address": homeOf(email) };
  const {
    status,
    headers: answered,
    body: text,
  } = await ask(handler, request("POST", "/join", { headers, body }));
  const { "x-perennial-trace": _, ...same } = answered;
  return { status, headers: same, text: text.replaceAll(email, "HER ADDRESS") };
}

test.each(["text/html", "application/json"])(
  "whatever we know of an address, the form answers the same, as %s",
  async (accept) => {
    const unknown = await asked("really-nobody@example.org", accept);
    expect([200, 202]).toContain(unknown.status);
    for (const state of states)
      expect(await asked(addressOf(state), accept), `an address that ${state}`).toEqual(unknown);
  },
);

test("and takes as many calls one after the other, at the first try of a day and at every other", async () => {
  here.clock.forward(DAY_MS);
  const rounds = async (email: string) => {
    const tries: number[] = [];
    for (let time = 0; time < 6; time++) tries.push((await roundsOf(() => asked(email, "text/html"))).length);
    return tries;
  };
  const unknown = await rounds("nobody-at-all@example.org");
  expect(Math.min(...unknown)).toBeGreaterThan(2);
  for (const state of states) expect([state, await rounds(addressOf(state))]).toEqual([state, unknown]);
});
