import type { Page } from "playwright-core";
import { accessible, accessibleCopy } from "./accessible.ts";
import { browser } from "./browser.ts";
import { guard } from "./guard.ts";

/** A headless browser says so in its name, and would be taken for the scanner it may as well be. */
const userAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

const devices = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;

/** Longer than anything should take, shorter than a test may. */
const PATIENCE_MS = 8000;

export interface Visitor {
  readonly who: "candidate" | "recruiter";
  readonly device: keyof typeof devices;
  readonly locale: "en-US" | "de-DE";
  /** Whether her browser runs scripts; true if absent. */
  readonly script?: boolean;
}

export interface Visit {
  readonly page: Page;
  /** Fails when axe finds a violation in the page as it stands. */
  readonly axe: () => Promise<void>;
}

/** Lets a visitor live a story in a fresh page of her own, and watches what the pages do meanwhile. */
export async function visit(visitor: Visitor, story: (visit: Visit) => Promise<void>): Promise<void> {
  const { who, device, locale, script = true } = visitor;
  // Without motion nothing is half faded in while axe looks.
  const settings = { ...devices[device], locale, userAgent, reducedMotion: "reduce" as const };
  const context = await (await browser()).newContext({ ...settings, javaScriptEnabled: script });
  const check = guard(context, who);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await story({ page, axe: () => (script ? accessible(page) : accessibleCopy(page, settings)) });
    await check();
  } finally {
    await context.close();
  }
}
