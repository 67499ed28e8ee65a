import { readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { argv, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { type FunctionName, functions } from "../infra/functions.ts";
import { type Route, routes } from "../infra/http.ts";
import { clients, codePages, electrodb, neverReached, UNUSED, undescribed } from "./bundle/lean.ts";

/** One function as it is uploaded: a file that needs nothing beside it but Node. */
export interface Bundle {
  readonly name: FunctionName;
  /** Absolute path. */
  readonly file: string;
  /** Size of the file. */
  readonly bytes: number;
  /** Its size with gzip at its best, as an archive carries it. */
  readonly gzip: number;
  /** Packages and our own folders by the bytes that are left of them, heaviest first. */
  readonly weighs: readonly (readonly [module: string, bytes: number])[];
}

const ROOT = resolve(import.meta.dirname, "..");

/** CommonJS packages ask for Node's own modules with `require`, which a module has to make for itself. */
const REQUIRE =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  format: "esm",
  outExtension: { ".js": ".mjs" },
  platform: "node",
  target: "node24",
  // What is written as modules can be shaken; the AWS SDK's default for Node is CommonJS, which cannot.
  mainFields: ["module", "main"],
  conditions: ["module"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  // Without sources, and without what would tell them: a full map and metafile are 2.8 MB a function.
  sourcemap: false,
  metafile: true,
  banner: { js: REQUIRE },
  alias: UNUSED,

  logLevel: "error",
} as const satisfies BuildOptions;

/** Whether it answers candidates: anybody may use each of its routes. */
export function isPublic(name: FunctionName): boolean {
  const its = (routes as readonly Route[]).filter((route) => route.function === name);
  return its.length > 0 && its.every(({ auth }) => auth === "none");
}

/** Who describes what it takes as JSON Schema. */
const DESCRIBES: ReadonlySet<FunctionName> = new Set<FunctionName>(["api"]);

/** Bundles every function of `infra/`, each into `<outdir>/<name>/index.mjs`. */
export async function bundleAll(outdir: string): Promise<Bundle[]> {
  const names = Object.keys(functions) as FunctionName[];
  const groups = [names.filter((name) => !DESCRIBES.has(name)), names.filter((name) => DESCRIBES.has(name))];
  return (await Promise.all(groups.map((group) => bundles(group, outdir)))).flat();
}

/** In one go, so that what they share is read and parsed once; nothing is shared between the files. */
async function bundles(names: readonly FunctionName[], outdir: string): Promise<Bundle[]> {
  const described = names.some((name) => DESCRIBES.has(name));
  const { metafile } = await build({
    ...OPTIONS,
    plugins: [clients, codePages, electrodb, neverReached, ...(described ? [] : [undescribed])],
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, functions[name].handler])),
    outdir: resolve(outdir),
  });
  return Promise.all(
    names.map(async (name) => {
      const file = resolve(outdir, name, "index.mjs");
      const text = await readFile(file);
      const output = metafile.outputs[relative(ROOT, file).replaceAll(sep, "/")];
      return {
        name,
        file,
        bytes: text.length,
        gzip: await packed(text),
        weighs: weighs(output?.inputs ?? {}),
      };
    }),
  );
}

const packed = async (text: Buffer) => (await promisify(gzip)(text, { level: 9 })).length;

function weighs(inputs: Readonly<Record<string, { bytesInOutput: number }>>): Bundle["weighs"] {
  const sums = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs))
    sums.set(moduleOf(path), (sums.get(moduleOf(path)) ?? 0) + bytesInOutput);
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** The package a file is of, or our own folder: `zod`, `@aws-sdk/core`, `core/campaign`. */
function moduleOf(path: string): string {
  const [, inside] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  const [, own] = /^packages\/([^/]+\/[^/]+)/.exec(path) ?? [];
  return inside ?? own ?? path;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [outdir = join(ROOT, "dist", "functions")] = argv.slice(2);
  for (const { name, bytes, gzip } of await bundleAll(outdir)) stdout.write(`${name} ${bytes} ${gzip}\n`);
}
