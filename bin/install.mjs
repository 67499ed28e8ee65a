// Plain JavaScript: it runs before anything is installed, on whichever Node from 20 on the machine has.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);
const windows = process.platform === "win32";
const node = at("node_modules", ".bin", "node");
const built = at("packages", "web", "dist", ".built");

if (Number(process.versions.node.split(".")[0]) < 20)
  stop(
    `Perennial needs Node 20 or newer and this is ${process.version}. Install it from nodejs.org, then try again.`,
  );
if (!installed()) install();
if (!upToDate()) build();

/** True when what npm noted after its last install has every package of the lock file in its version. */
function installed() {
  const noted = read(at("node_modules", ".package-lock.json"));
  if (noted === undefined || !existsSync(node)) return false;
  const have = JSON.parse(noted).packages;
  return Object.entries(JSON.parse(read(at("package-lock.json"))).packages)
    .filter(([path, it]) => path.includes("node_modules/") && !it.optional && !it.devOptional)
    .every(([path, it]) => have[path] !== undefined && have[path].version === it.version);
}

function install() {
  say("Installing what it needs (once, about a minute)");
  // The Node of an earlier install must not run npm: npm ci deletes it on the way.
  const ours = at("node_modules", ".bin");
  const PATH = (process.env.PATH ?? "").split(delimiter).filter((dir) => dir !== ours);
  const env = { ...process.env, PATH: PATH.join(delimiter) };
  const run = spawnSync("npm", ["ci", "--loglevel=error", "--engine-strict=false"], {
    cwd: root,
    stdio: "inherit",
    shell: windows,
    env,
  });
  if (run.error) stop(`npm did not start (${run.error.message}). Is it installed? It comes with Node.`);
  if (run.status !== 0)
    stop("npm could not install; it says why above. Is the network reachable? Then try again.");
  const version = spawnSync(node, ["--version"], { encoding: "utf8", shell: windows });
  if (version.status !== 0)
    stop(
      "Node 24 is missing: npm is set to run no install scripts. Run: npm rebuild node --ignore-scripts=false",
    );
}

/** True when the web app was built from the sources as they are. Core and infra count: it imports their types and words. */
function upToDate() {
  return read(built) === fingerprint();
}

function build() {
  say("Building the web app");
  const sources = fingerprint();
  const vite = at("node_modules", "vite", "bin", "vite.js");
  const run = spawnSync(node, [vite, "build", at("packages", "web")], {
    cwd: root,
    encoding: "utf8",
    shell: windows,
  });
  if (run.status !== 0)
    stop(`${run.stdout ?? ""}${run.stderr ?? ""}\nThe web app does not build; the reason is above.`);
  writeFileSync(built, sources);
}

function fingerprint() {
  const hash = createHash("sha256").update(read(at("package-lock.json")));
  for (const folder of ["packages/web", "packages/core", "infra"])
    for (const file of walk(at(folder))) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function walk(dir) {
  const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries
    .filter(({ name }) => name !== "dist" && name !== "node_modules")
    .flatMap((entry) => (entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)]));
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
