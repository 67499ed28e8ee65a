import chromium from "@sparticuz/chromium";
import { chromium as pw } from "playwright-core";
import { readFileSync } from "node:fs";
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((a) => a !== "--single-process" && a !== "--no-zygote") });
const page = await browser.newPage({ viewport: { width: 1900, height: 800 } });
const sets = ["sent unsubscribe unsubscribed saved erased", "expired used fault closed unreadable", "preferences already limited erase unsubscribedgone"];
for (const l of ["en", "de"]) for (const [i, s] of sets.entries()) {
  await page.setContent(`<body style="background:#888;margin:0;display:flex;gap:10px">${s.split(" ").map((p) => `<img style="align-self:flex-start" src="data:image/png;base64,${readFileSync(`/tmp/pages/${p}-${l}-360-light.png`).toString("base64")}">`).join("")}`);
  await page.screenshot({ path: `/tmp/pages/sheet-${l}-${i}.png`, fullPage: true });
}
await browser.close();
