import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { median } from "../../bin/check/quantile.ts";
import { type Bundle, bundleAll, isPublic } from "../../stacks/bundle.ts";
import type { Sample } from "./sample.ts";

/** How fit a function is for a cold start. */
interface Fitness extends Bundle {
  /** Whether candidates wait for it. */
  readonly public: boolean;
  /** Milliseconds to load the bundle: the median of five fresh processes. */
  readonly importMs: number;
}

const TIMES = 5;
const HEAVIEST = 5;

/** Bundles every function, and loads each as Lambda does: in a process of its own, with nothing beside it. */
async function fitness(): Promise<Fitness[]> {
  const outdir = await mkdtemp(join(tmpdir(), "perennial-lambdas-"));
  try {
    const found: Fitness[] = [];
    for (const bundle of await bundleAll(outdir)) {
      const times: number[] = [];
      for (let time = 0; time < TIMES; time++) times.push(await load(bundle));
      found.push({ ...bundle, public: isPublic(bundle.name), importMs: median(times) });
    }
    return found;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

const SCRIPT = `
const started = performance.now();
await import(process.argv[1]);
process.stdout.write(String(performance.now() - started));
process.exit(0);
`;

/** Without the environment of the shell: no compile cache makes it look faster than it starts on Lambda. */
async function load({ file }: Bundle): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", SCRIPT, pathToFileURL(file).href],
    { env: { AWS_REGION: "eu-central-1" } },
  );
  return Number(stdout);
}

/** Each function's size and time; the figure is the slowest of those that candidates wait for. */
export async function lambdas(): Promise<Sample[]> {
  const all = await fitness();
  const parts = all.flatMap(({ name, bytes, importMs }) => [
    [`kB of ${name}`, bytes / 1000] as const,
    [`ms to load ${name}`, importMs] as const,
  ]);
  const waited = all.filter(({ public: open }) => open).map(({ importMs }) => importMs);
  return [
    { name: "lambdas", value: Math.max(...waited), parts: Object.fromEntries(parts), details: tableOf(all) },
  ];
}

/** The same as a table, with what weighs most in each. */
function tableOf(all: readonly Fitness[]): string {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0).padStart(5)} kB`;
  const lines = all.map(({ name, public: open, bytes, gzip, importMs, weighs }) => {
    const heaviest = weighs
      .slice(0, HEAVIEST)
      .map(([module, size]) => `${module} ${(size / 1000).toFixed(0)}`);
    const time = `${importMs.toFixed(0).padStart(5)} ms`;
    return `${`${name}${open ? " (public)" : ""}`.padEnd(16)} ${kb(bytes)} ${kb(gzip)} gzip ${time}   ${heaviest.join(", ")}`;
  });
  return lines.join("\n");
}
