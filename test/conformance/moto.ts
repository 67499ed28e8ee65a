import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Place } from "./place.ts";
import { byRule } from "./remote/rule.ts";
import { openRemote } from "./remote.ts";

const ABSENT = `moto_server is not on PATH. Into a Python environment outside the repository:
  python3 -m venv DIR && DIR/bin/pip install "moto[server]" && PATH=DIR/bin:$PATH npm run conformance -- --against moto`;
const START_MS = 60_000;

/** moto, an independent emulator (Apache-2.0), on a loopback port of its own, as the account it makes up. */
export async function openMoto(): Promise<Place> {
  const port = await freePort();
  const server = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const absent = new Promise<never>((_, reject) => server.once("error", () => reject(new Error(ABSENT))));
  const stop = async () => void server.kill();
  try {
    const origin = `http://127.0.0.1:${port}`;
    await Promise.race([answers(origin), absent]);
    const place = await openRemote({
      endpoints: { dynamodb: origin, ses: origin, bus: origin, sqs: origin, sfn: origin },
      role: "arn:aws:iam::123456789012:role/conformance",
      sender: "jobs@klinik.example",
      introduce: true,
    });
    // Its TestEventPattern answers nothing.
    return { ...place, matches: byRule(place), close: () => place.close().finally(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(origin: string) {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (
      await fetch(`${origin}/moto-api/`).then(
        (it) => it.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`moto_server did not answer within ${START_MS / 1000} s`);
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
