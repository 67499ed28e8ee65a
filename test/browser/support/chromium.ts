import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));
const cache = join(modules, ".cache");

/** `@sparticuz/chromium` has a browser for Linux on x64; elsewhere the Chrome of the machine is used. */
export const packaged = process.platform === "linux" && process.arch === "x64";

/** Where the browser of the installed version lies once unpacked. */
export async function home(): Promise<string> {
  const text = await readFile(join(modules, "@sparticuz", "chromium", "package.json"), "utf8");
  return join(cache, `chromium-${(JSON.parse(text) as { version: string }).version}`);
}

/**
 * Unpacks the browser once. The package unpacks into the temporary directory and takes what lies there for complete,
 * also another version or half a file; so it gets a directory of its own, renamed when whole.
 */
export async function unpack(): Promise<void> {
  const target = await home();
  if (!packaged || existsSync(target)) return;
  await mkdir(cache, { recursive: true });
  const TMPDIR = await mkdtemp(join(cache, "unpacking-"));
  const code = 'import it from "@sparticuz/chromium"; await it.executablePath();';
  const args = ["--input-type=module", "--eval", code];
  await promisify(execFile)(process.execPath, args, { cwd: modules, env: { ...process.env, TMPDIR } });
  await writeFile(join(TMPDIR, "fonts.conf"), fonts(target));
  await rename(TMPDIR, target).catch(() => rm(TMPDIR, { recursive: true }));
}

/** The machine's fonts if it has any, and in any case the one that comes with the browser. */
function fonts(target: string) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(target, "fonts")}</dir>
  <cachedir>${join(target, "fonts-cache")}</cachedir>
</fontconfig>
`;
}
