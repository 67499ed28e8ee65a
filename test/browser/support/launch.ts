import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { home, packaged } from "./chromium.ts";

/** Starts the browser: the packaged one where there is one, else the Chrome of the machine. It must be unpacked. */
export async function launch(): Promise<Browser> {
  const args = [
    // In a container there is often neither a user namespace for the sandbox nor a large /dev/shm.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pings",
    "--disable-gpu",
    "--disable-software-rasterizer",
    // No name resolves: a page that asks for another host gets nothing, and the guard hears of it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ];
  if (!packaged) return chromium.launch({ args, channel: "chrome" });
  const folder = await home();
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") };
  return chromium.launch({ args, executablePath: join(folder, "chromium"), env });
}
