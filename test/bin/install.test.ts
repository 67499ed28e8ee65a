import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

let clone: string;

const LOCK = JSON.stringify({ packages: { "": {}, "node_modules/it": { version: "1.0.0" } } });
/** Stands in for npm: it leaves behind what npm leaves. */
const NPM = `#!/bin/sh
echo "npm $*"
mkdir -p node_modules/.bin node_modules/vite/bin
cp package-lock.json node_modules/.package-lock.json
ln -sf "$NODE" node_modules/.bin/node
echo 'require("fs").mkdirSync(process.argv[3] + "/dist", { recursive: true })' > node_modules/vite/bin/vite.js
`;

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), "perennial-clone-"));
  await cp(
    fileURLToPath(new URL("../../bin/install.mjs", import.meta.url)),
    join(clone, "bin", "install.mjs"),
  );
  await put("package-lock.json", LOCK);
  await put("packages/web/main.ts", "one");
  await put("packages/core/noun.ts", "");
  await put("infra/index.ts", "");
  await npm(NPM);
});
afterEach(() => rm(clone, { recursive: true }));

test("a fresh clone is installed and built once, then nothing is said", async () => {
  const first = await install();
  expect(first.said).toContain("Installing what it needs");
  expect(first.said).toContain("npm ci");
  expect(first.said).toContain("Building the web app");
  expect(await install()).toEqual({ code: 0, said: "" });
});

test("a changed lock file is installed again, a changed page only built again", async () => {
  await install();
  await put("package-lock.json", LOCK.replace("1.0.0", "1.0.1"));
  expect((await install()).said).toContain("npm ci");
  await put("packages/web/main.ts", "two");
  expect(await install()).toEqual({ code: 0, said: "Building the web app\n" });
});

test("when npm fails, it is said what to do", async () => {
  await npm("#!/bin/sh\nexit 7\n");
  const { code, said } = await install();
  expect(code).toBe(1);
  expect(said).toContain("Is the network reachable");
});

test("when npm runs no install scripts, Node 24 is missing and it is said how to get it", async () => {
  await npm(NPM.replace(/^ln .*$/m, ""));
  expect((await install()).said).toContain("npm rebuild node --ignore-scripts=false");
});

test("when the web app does not build, the reason is printed", async () => {
  await npm(`${NPM}echo 'throw new Error("no such page")' > node_modules/vite/bin/vite.js\n`);
  const { code, said } = await install();
  expect(code).toBe(1);
  expect(said).toContain("no such page");
  await expect(readFile(join(clone, "packages/web/dist/.built"))).rejects.toThrow("ENOENT");
});

async function put(path: string, text: string) {
  await mkdir(dirname(join(clone, path)), { recursive: true });
  await writeFile(join(clone, path), text);
}

async function npm(script: string) {
  await put("elsewhere/npm", script);
  await chmod(join(clone, "elsewhere/npm"), 0o755);
}

function install(): Promise<{ code: number; said: string }> {
  const PATH = [join(clone, "node_modules", ".bin"), join(clone, "elsewhere"), process.env.PATH].join(
    delimiter,
  );
  const env = { ...process.env, PATH, NODE: process.execPath };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(clone, "bin", "install.mjs")], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}
