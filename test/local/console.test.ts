import { request as nodeRequest } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ConsoleSources, createConsole } from "../../packages/local/console/index.ts";
import { type Loopback, listen } from "../../packages/local/loopback.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 3, 9, 30);

let server: Loopback;
let product: Loopback;
let now: number;
let due: { at: number; what: string }[];
let seen: string[];
let posted: string[];

const mailOf = () => ({
  id: "m1",
  at: new Date(START).toISOString(),
  from: "jobs@klinik.example",
  destination: ["ada@people.example"],
  subject: "Hello <script>",
  headers: [
    { name: "List-Unsubscribe", value: `<${product.origin}/unsubscribe/t>` },
    { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
  ],
  tags: { trace: ["trc_1"] },
  tracking: { opens: true, clicks: true },
  links: [
    { n: 0, url: `${product.origin}/jobs`, label: "Job", tracked: true },
    { n: 1, url: `${product.origin}/stop`, label: "Stop", tracked: false },
    { n: 2, url: "https://elsewhere.example/", label: "Elsewhere", tracked: false },
  ],
  history: [{ type: "Delivery", at: new Date(START).toISOString() }],
  html: `<p>Hi</p><img alt="" src="${server.origin}/open/m1.gif"><script>bad()</script>`,
  text: "Hi",
  raw: "Subject: Hello",
});

const faults = new Map<string, number | undefined>();
const sources: ConsoleSources = {
  addresses: [{ name: "Recruiter app", url: "http://127.0.0.1:4400/", purpose: "Where recruiters work" }],
  clock: {
    ms: () => now,
    moveTo: async (to) => {
      due = due.filter(({ at }) => at > to);
      now = Math.max(now, to);
    },
  },
  upcoming: async () => due,
  email: {
    list: async () => [mailOf()],
    get: async (id) => (id === "m1" ? mailOf() : undefined),
    opened: async (id, { userAgent }) => seen.push(`open ${id} ${userAgent}`) > 0,
    clicked: async (id, n, { userAgent }) => {
      const link = id === "m1" ? mailOf().links[n] : undefined;
      if (!link?.tracked) return undefined;
      seen.push(`click ${n} ${userAgent}`);
      return link.url;
    },
    report: async (_id, what) => seen.push(what) > 0,
    setLimits: () => undefined,
    faults: {
      names: ["rate", "paused"],
      set: (fault, { times } = {}) => void faults.set(fault, times),
      clear: () => faults.clear(),
      list: () => [...faults].map(([fault, times]) => (times === undefined ? { fault } : { fault, times })),
    },
  },
  journal: {
    list: async () => [
      {
        seq: 1,
        at: new Date(START).toISOString(),
        trace: "trc_1",
        room: "http",
        what: "POST /join",
        id: "r",
      },
    ],
  },
  executions: async () => [
    {
      id: "e:1",
      name: "cmp-1",
      status: "RUNNING",
      state: "Sleep",
      since: START,
      wakeAt: START + DAY,
      startedAt: START,
      input: "{}",
    },
  ],
  transitions: async () => [{ at: START, type: "WaitStateEntered", state: "Sleep" }],
  events: async () => [
    {
      id: "v",
      at: new Date(START).toISOString(),
      bus: "default",
      type: "Email Sent",
      source: "aws.ses",
      rules: ["engagement"],
      detail: {},
    },
  ],
  deadLetters: async () => [
    { place: "queue enrol", id: "d1", since: START, attempts: 5, error: "boom", content: {} },
  ],
  redrive: async (place) => (place === "queue enrol" ? 1 : 0),
};

beforeAll(async () => {
  product = await listen((request, response) => {
    posted.push(`${request.method} ${request.url} ${request.headers["content-type"] ?? ""}`);
    response.end("ok");
  });
  const auth = {
    handle: async (_request: unknown, response: { end(text: string): unknown }) => void response.end("oidc"),
  };
  server = await listen(createConsole({ sources, auth }));
});
beforeEach(() => {
  now = START;
  due = [];
  seen = [];
  posted = [];
});
afterAll(async () => {
  await server.close();
  await product.close();
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, { redirect: "manual", ...init });
const post = (path: string, body?: unknown) =>
  get(path, { method: "POST", ...(body !== undefined && { body: JSON.stringify(body) }) });
const page = async (path: string) => (await get(path)).text();

test.each([
  ["/", "Recruiter app"],
  ["/inbox", "Hello &lt;script&gt;"],
  ["/inbox/m1", "One-click unsubscribe"],
  ["/inbox/m1?part=headers", "List-Unsubscribe-Post"],
  ["/executions", "in Sleep since"],
  ["/executions/e%3A1", "WaitStateEntered"],
  ["/events", "Email Sent"],
  ["/trace/trc_1", "POST /join"],
  ["/dead-letters", "Send 1 back to queue enrol"],
  ["/clock", "To the next thing due"],
  ["/faults", "Maximum sending rate exceeded".toLowerCase()],
])("%s says %s, and that no mail leaves this machine", async (path, words) => {
  const html = await page(path);
  expect(html).toContain(words);
  expect(html).toContain("On this machine: no mail leaves it");
});

test("looking at a mail in the console is not opening it, and nothing in it runs", async () => {
  const answer = await get("/inbox/m1/body");
  const html = await answer.text();
  expect(html).not.toContain("open/m1.gif");
  expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  expect(seen).toEqual([]);
});

test("tracking: a pixel, a redirect to the link as it was written, and nowhere else", async () => {
  const pixel = await get("/open/m1.gif", { headers: { "user-agent": "Mail" } });
  expect(pixel.headers.get("content-type")).toBe("image/gif");
  const click = await get("/click/m1/0", { method: "HEAD", headers: { "user-agent": "Scanner" } });
  expect([click.status, click.headers.get("location")]).toEqual([302, `${product.origin}/jobs`]);
  for (const path of ["/click/m1/1", "/click/m1/9", "/click/m2/0", "/click/m1/https:%2F%2Fevil.example"])
    expect((await get(path)).status).toBe(404);
  expect(seen).toEqual(["open m1 Mail", "click 0 Scanner"]);
});

test("a person opens, clicks and unsubscribes; a scanner fetches everything that is here", async () => {
  await post("/inbox/m1/open");
  const clicked = await post("/inbox/m1/click/0");
  expect(clicked.headers.get("location")).toBe(`${product.origin}/jobs`);
  expect(seen).toEqual([
    expect.stringMatching(/^open m1 .*Safari/),
    expect.stringMatching(/^click 0 .*Safari/),
  ]);
  await post("/inbox/m1/unsubscribe");
  expect(posted).toEqual([
    expect.stringMatching(/^POST \/unsubscribe\/t application\/x-www-form-urlencoded/),
  ]);
  expect(await (await post("/api/inbox/m1/scan")).json()).toEqual({ fetched: 3 });
  expect(posted.slice(1).sort()).toEqual(["GET /jobs ", "GET /stop ", "GET /unsubscribe/t "]);
});

test("the clock stops for what is due on the way and says so", async () => {
  due = [
    { at: START + DAY, what: "workflow" },
    { at: START + 20 * DAY, what: "scheduler" },
  ];
  const moved = await post("/api/clock", { by: 14 * DAY });
  expect(await moved.json()).toEqual({
    now: START + 14 * DAY,
    stops: [{ at: START + DAY, what: "workflow" }],
  });
  await get("/clock", { method: "POST", body: new URLSearchParams({ move: "next" }) });
  expect(now).toBe(START + 20 * DAY);
  expect(await page("/clock")).toContain("it stopped once");
  const none = await get("/clock", { method: "POST", body: new URLSearchParams({ move: "next" }) });
  expect(none.headers.get("location")).toContain("Nothing+is+due");
});

test("faults are switched and dead letters sent back", async () => {
  await get("/api/faults", { method: "PUT", body: JSON.stringify({ fault: "paused", times: 2 }) });
  expect(await (await get("/api/faults")).json()).toEqual([{ fault: "paused", times: 2 }]);
  expect((await get("/api/faults", { method: "PUT", body: '{"fault":"other"}' })).status).toBe(400);
  await get("/api/faults", { method: "DELETE" });
  expect(faults.size).toBe(0);
  expect(await (await post("/api/dead-letters/redrive", { place: "queue enrol" })).json()).toEqual({
    redriven: 1,
  });
});

/** `fetch` chooses these headers itself. */
function status(method: string, path: string, headers: Record<string, string>) {
  return new Promise<number | undefined>((resolve, reject) => {
    const asked = nodeRequest(`${server.origin}${path}`, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject).end();
  });
}

test("a page from elsewhere can't drive the console, nor can a name that is not this machine's", async () => {
  const open = "/inbox/m1/open";
  expect(await status("POST", open, { origin: "http://127.0.0.1:4400" })).toBe(403);
  expect(await status("POST", open, { "sec-fetch-site": "same-site" })).toBe(403);
  expect(await status("POST", open, { origin: "null" })).toBe(403);
  expect(await status("GET", "/inbox", { host: "evil.example" })).toBe(403);
  expect(seen).toEqual([]);
  expect(await status("POST", open, { origin: server.origin, "sec-fetch-site": "same-origin" })).toBe(303);
});

test("the sign-in is mounted, what is erased is said to be gone", async () => {
  expect(await page("/oidc/auth")).toBe("oidc");
  expect((await get("/inbox/gone")).status).toBe(404);
});
