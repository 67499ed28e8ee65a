import type { Browser } from "playwright-core";
import { unpack } from "../browser/support/chromium.ts";
import { launch } from "../browser/support/launch.ts";
import { directory, type Machine, openMachine } from "./machine.ts";
import type { Parts } from "./sample.ts";

/** Opens the app in a browser that has never been there, several times. Nothing is cached but what the server has read. */
export async function firstLoads(rounds: number): Promise<Parts[]> {
  await unpack();
  const { data, remove } = await directory();
  const here = await openMachine(data);
  const browser = await launch();
  try {
    await firstLoad(browser, here);
    const loads: Parts[] = [];
    for (let round = 0; round < rounds; round++) loads.push(await firstLoad(browser, here));
    return loads;
  } finally {
    await browser.close();
    await here.end();
    await remove();
  }
}

/** Milliseconds from the address to the first page that shows something, and from coming back from the sign-in to Home with its figures. */
async function firstLoad(browser: Browser, { siteUrl }: Machine): Promise<Parts> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  try {
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(siteUrl, { waitUntil: "commit" });
    const signIn = page.getByRole("button", { name: "Sign in" });
    await signIn.waitFor();
    const first = performance.now() - began;
    await signIn.click();
    await page.getByRole("button", { name: /Ana/ }).click();
    await page.locator("h1.home-day").waitFor();
    const again = performance.now();
    await page.reload({ waitUntil: "commit" });
    await page.locator("h1.home-day").waitFor();
    return { "ms to the first page": first, "ms to Home, signed in and cached": performance.now() - again };
  } finally {
    await context.close();
  }
}
