import chromium from "@sparticuz/chromium";
import { chromium as pw } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { readFileSync, existsSync } from "node:fs";
const { pages } = await import("/tmp/pages.ts");
const only = process.argv.slice(2);
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((a) => a !== "--single-process" && a !== "--no-zygote"), headless: true });
for (const scheme of ["light", "dark"] as const) for (const width of [360, 1280]) {
  const context = await browser.newContext({ viewport: { width, height: width === 360 ? 740 : 800 }, colorScheme: scheme });
  const page = await context.newPage();
  for (const locale of ["en", "de"] as const) {
    const all: Record<string, string> = { ...(await pages(locale)) };
    for (const k of ["confirm", "already"]) if (existsSync(`/tmp/mail-${k}-${locale}.html`)) all[`mail-${k}`] = readFileSync(`/tmp/mail-${k}-${locale}.html`, "utf8");
    for (const [name, body] of Object.entries(all)) {
      if (only.length && !only.includes(name)) continue;
      await page.setContent(body);
      const axe = name.startsWith("mail") ? { violations: [] } : await new AxeBuilder({ page }).analyze();
      const { h, w } = await page.evaluate(() => ({ h: document.documentElement.scrollHeight, w: document.documentElement.scrollWidth }));
      console.log(scheme, width, locale, name, `h=${h} w=${w} bytes=${Buffer.byteLength(body)}`, axe.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0,100) + n.failureSummary).join(" | ")}`).join("\n"));
      await page.screenshot({ path: `/tmp/pages/${name}-${locale}-${width}-${scheme}.png`, fullPage: true });
    }
  }
  await context.close();
}
await browser.close();
