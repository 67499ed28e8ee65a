import type { Preview } from "../../packages/core/segment/views.ts";
import { startCloud } from "../../packages/local/cloud.ts";
import { crowd } from "../flows/support/crowd.ts";
import { settle } from "../flows/support/launch.ts";
import { signIn } from "../flows/support/recruiter.ts";
import type { Machine } from "./machine.ts";

const CITIES = ["Leipzig", "Lisboa", "Wien", "Lyon"] as const;
const CRAFTS = ["nursing", "midwifery", "surgery", "care", "therapy"] as const;

/** Fills a directory with people who may be written to, without going through their sign-up one by one. */
export async function populate(data: string, people: number): Promise<void> {
  const cloud = await startCloud({ port: 0, data });
  await settle(await signIn(cloud, "ana"));
  await crowd(people, (n) => ({
    profile: {
      city: CITIES[n % CITIES.length] ?? "Leipzig",
      skills: [CRAFTS[n % CRAFTS.length] ?? "care"],
      tags: n % 10 === 0 ? ["fair"] : [],
    },
  }));
  await cloud.stop();
}

/** A rule over four facts that a tenth of the people fit, asked about everybody. Resolves with the seconds until the exact answer. */
export async function askEverybody({ ana }: Machine, people: number): Promise<number> {
  const rule = {
    kind: "all",
    rules: [
      { kind: "set", fact: "skills", op: "any_of", values: ["nursing", "midwifery"] },
      { kind: "set", fact: "city", op: "any_of", values: ["Leipzig"] },
      { kind: "not", rule: { kind: "set", fact: "stage", op: "any_of", values: ["archived"] } },
      { kind: "date", fact: "joinedAt", op: "not_within_last", days: 10 },
    ],
  };
  const began = performance.now();
  const { status, body } = await ana.call<Preview>("POST", "/v1/segment-previews", { rule, exact: true });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 200 || body.people !== people || body.match.count !== people / 10)
    throw new Error(`Of ${people} people ${body.people} were asked and ${body.match?.count} fit (${status})`);
  return seconds;
}
