import { spawn } from "node:child_process";
import { join } from "node:path";
import { listen } from "../../../packages/local/loopback.ts";
import type { Place } from "./world.ts";

const SCRIPT = join(import.meta.dirname, "../../../packages/local/start.ts");

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** `npm start` as a process of its own. */
export interface Run {
  readonly pid: number | undefined;
  /** Resolves when it says that it is ready; rejects with what it said when it ends before. */
  readonly ready: Promise<void>;
  readonly exit: Promise<Exit>;
  /** All it has said so far, in both its voices. */
  said(): string;
  end(signal: NodeJS.Signals): Promise<Exit>;
}

export interface Where {
  readonly port: number;
  readonly data: string;
}

/** Starts the product as `npm start` does. */
export function start(
  { port, data }: Where,
  env: NodeJS.ProcessEnv = process.env,
  flags: string[] = [],
): Run {
  const child = spawn(process.execPath, [...flags, SCRIPT, "--port", String(port), "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  let said = "";
  const heard = Promise.withResolvers<void>();
  const hear = (text: Buffer) => {
    said += text;
    if (said.includes("Ctrl-C stops it")) heard.resolve();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const exit = new Promise<Exit>((resolve) => {
    child.once("close", (code, signal) => {
      resolve({ code, signal });
      heard.reject(new Error(`It ended before it was ready: ${said}`));
    });
  });
  heard.promise.catch(() => undefined);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exit;
  };
  return { pid: child.pid, ready: heard.promise, exit, said: () => said, end };
}

/** Below the range from which the system hands out ports by itself, so that they stay free between a kill and a restart. */
export async function freePair(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 8000) * 2;
    const pair = await Promise.allSettled([listen(() => undefined, port), listen(() => undefined, port + 1)]);
    const open = pair.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    await Promise.all(open.map((one) => one.close()));
    if (open.length === 2) return port;
  }
}

/** The addresses of a process, with its clock, for people who know it by HTTP alone. */
export function placeOf({ port }: Where): Place {
  const consoleUrl = `http://127.0.0.1:${port + 1}`;
  let ahead = 0;
  const move = async (request: { to: number } | { by: number }) => {
    const init = { method: "POST", body: JSON.stringify(request) };
    const response = await patiently(() => fetch(`${consoleUrl}/api/clock`, init));
    const { now } = (await response.json()) as { now: number };
    ahead = now - Date.now();
  };
  const clock = {
    ms: () => Date.now() + ahead,
    moveTo: (to: number) => move({ to }),
    settled: () => move({ by: 1 }),
  };
  return { siteUrl: `http://127.0.0.1:${port}`, consoleUrl, clock };
}

/** A request stays without an answer for five minutes at most (undici, headersTimeout); a move may take longer, and whoever asks again joins it. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      const { cause } = error as { readonly cause?: { readonly code?: string } };
      if (cause?.code !== "UND_ERR_HEADERS_TIMEOUT") throw error;
    }
}
