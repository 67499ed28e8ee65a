import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { root } from "../../bin/check/files.ts";
import { firstLoads } from "./first-load.ts";
import type { Parts, Sample } from "./sample.ts";

const DIST = join(root, "packages/web/dist");

/** The recruiters' web app as it is built: what weighs how much, and how soon it is there in a real browser. */
export async function web({ rounds }: { readonly rounds: number }): Promise<Sample[]> {
  // It builds the app if that is not built from the sources as they are.
  await promisify(execFile)(process.execPath, [join(root, "bin/install.mjs")], { cwd: root });
  const weights = await weighed();
  const loads = await firstLoads(rounds);
  const value = weights["kB of script, gzipped"] ?? 0;
  return loads.map((times) => ({ name: "web", value, parts: { ...weights, ...times } }));
}

/** Script and style that the first page names, which the browser loads before it shows anything. */
export function namedBy(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path = ""]) => path);
}

async function weighed(): Promise<Parts> {
  const html = await readFile(join(DIST, "index.html"), "utf8");
  const first = namedBy(html);
  const names = await readdir(join(DIST, "assets"));
  const all = names.filter((name) => /\.(js|css)$/.test(name)).map((name) => `/assets/${name}`);
  const script = await sizeOf(first.filter((path) => path.endsWith(".js")));
  const style = await sizeOf(first.filter((path) => path.endsWith(".css")));
  const every = await sizeOf(all);
  return {
    "kB of script, gzipped": script.gzip,
    "kB of script": script.bytes,
    "kB of style, gzipped": style.gzip,
    "kB of all pages' script and style": every.bytes,
    "kB of the same, gzipped": every.gzip,
  };
}

/** Together, in kB. */
async function sizeOf(paths: readonly string[]) {
  const files = await Promise.all(paths.map((path) => readFile(join(DIST, path))));
  const sum = (size: (file: Buffer) => number) => files.reduce((all, file) => all + size(file), 0) / 1000;
  return { bytes: sum((file) => file.length), gzip: sum((file) => gzipSync(file).length) };
}
