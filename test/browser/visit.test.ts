import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visit } from "./support/visit.ts";

const PAGES: Record<string, string> = {
  "/": `<main><h1>Jobs</h1><p id="script">none</p></main><script>document.getElementById("script").textContent = "runs"</script>`,
  "/foreign": `<main><h1>Jobs</h1><img alt="" src="http://example.com/pixel.gif"></main>`,
  "/unlabelled": "<main><h1>Jobs</h1><form><input></form></main>",
  "/broken": "<main><h1>Jobs</h1></main><script>throw new Error('never caught')</script>",
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(({ url = "/" }, response) => {
    const cookie: Record<string, string> = url === "/cookie" ? { "set-cookie": "seen=1" } : {};
    response.writeHead(200, { "content-type": "text/html", ...cookie });
    response.end(`<!doctype html><html lang="en"><title>Jobs</title>${PAGES[url] ?? PAGES["/"]}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test.each([true, false])("a phone in German sees the page, with scripts: %s", (script) =>
  visit({ who: "candidate", device: "phone", locale: "de-DE", script }, async ({ page, axe }) => {
    await page.goto(origin);
    expect(await page.textContent("#script")).toBe(script ? "runs" : "none");
    expect(page.viewportSize()).toEqual({ width: 360, height: 740 });
    await axe();
  }),
);

const candidate = { who: "candidate", device: "desktop", locale: "en-US" } as const;
const see = (path: string) =>
  visit(candidate, async ({ page }) => void (await page.goto(`${origin}${path}`, { waitUntil: "load" })));

test("a page that asks another host is told on", () =>
  expect(see("/foreign")).rejects.toThrow("requests to other hosts"));

test("a candidate page that sets a cookie is told on", () =>
  expect(see("/cookie")).rejects.toThrow("cookies on candidate pages"));

test("a page whose script breaks is told on", () =>
  expect(see("/broken")).rejects.toThrow("errors nobody caught"));

test.each([true, false])("axe finds a field without a label, with scripts: %s", (script) =>
  visit({ ...candidate, script }, async ({ page, axe }) => {
    await page.goto(`${origin}/unlabelled`);
    await expect(axe()).rejects.toThrow("label: Form elements must have labels");
  }),
);
