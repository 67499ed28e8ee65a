import { Agent, type IncomingMessage, request } from "node:http";
import { requestOf } from "./applicant.ts";
import { arrivals } from "./arrivals.ts";
import type { Offered, Plan, Response } from "./offered.ts";
import { quantiles } from "./quantiles.ts";

// node offer.ts PLAN: offers sign-ups as planned and prints what came of them. A process of its own, which does nothing else.
const plan = JSON.parse(process.argv[2] ?? "") as Plan;

/** Who hears nothing for so long has gone. */
const PATIENCE_MS = 60_000;

const agent = new Agent({ keepAlive: true, scheduling: "lifo" });
const url = new URL("/join?lang=en", plan.siteUrl);

function send(n: number): Promise<Response> {
  const { headers, body } = requestOf(n, plan.stamp);
  const { promise, resolve } = Promise.withResolvers<Response>();
  const failed = ({ code, message }: NodeJS.ErrnoException) => resolve({ n, failed: code ?? message });
  const asked = request(url, { method: "POST", agent, headers, timeout: PATIENCE_MS }, (answer) => {
    answer
      .resume()
      .once("error", failed)
      .once("end", () => resolve({ n, ...said(answer) }));
  });
  asked.once("timeout", () => asked.destroy(new Error("no answer in a minute")));
  asked.once("error", failed).end(body);
  return promise;
}

const said = ({ statusCode = 0, headers }: IncomingMessage) => ({
  status: statusCode,
  ...(headers["retry-after"] === undefined ? {} : { retryAfter: Number(headers["retry-after"]) }),
});

async function offer(): Promise<Offered> {
  const planned = arrivals(plan.rate, plan.seconds, plan.seed);
  const lateness: number[] = [];
  const underWay: Promise<Response>[] = [];
  const began = performance.now();
  const now = () => performance.now() - began;
  for (const [n, at] of planned.entries()) {
    for (let wait = at - now(); wait > 0; wait = at - now())
      await new Promise((resolve) => setTimeout(resolve, wait));
    lateness.push(now() - at);
    underWay.push(send(n).then((response) => ({ ...response, ms: now() - at })));
  }
  const responses = await Promise.all(underWay);
  return { responses, lateness: quantiles(lateness), seconds: now() / 1000 };
}

const offered = await offer();
process.stdout.write(JSON.stringify(offered), () => process.exit(0));
