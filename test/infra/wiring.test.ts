import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type FunctionSpec, functions } from "../../infra/functions.ts";
import {
  campaignWorkflow,
  importWorkflow,
  pipe,
  queues,
  routes,
  rules,
  schedules,
  web,
} from "../../infra/index.ts";

const specs = Object.entries<FunctionSpec>(functions);
const names = Object.keys(functions);

describe.each(specs)("function %s", (_, { handler, memory, timeout }) => {
  test("has a handler", async () => {
    const file = new URL(`../../${handler}`, import.meta.url);
    expect(existsSync(fileURLToPath(file)), handler).toBe(true);
    expect(await import(file.href)).toHaveProperty("handler", expect.any(Function));
  });

  test("has a size that Lambda allows", () => {
    expect(memory).toBeGreaterThanOrEqual(128);
    expect(timeout).toBeLessThanOrEqual(900);
  });
});

test.each(routes)("route $route leads to a function", (route) => {
  expect(names).toContain(route.function);
});

test("an HTTP function answers before API Gateway gives up after 30 seconds", () => {
  const slow = routes.filter((route) => functions[route.function].timeout > 29);
  expect(slow).toEqual([]);
});

test.each(rules)("rule $name leads to a queue", ({ queue }) => {
  expect(Object.keys(queues)).toContain(queue);
});

test.each(Object.entries(queues))(
  "queue %s feeds a function and hides a message long enough",
  (name, queue) => {
    const { timeout } = functions[queue.function];
    expect(queue.visibility).toBeGreaterThanOrEqual(6 * timeout);
    expect(rules.map((rule): string => rule.queue)).toContain(name);
  },
);

test.each(schedules)("schedule $name starts a function", (schedule) => {
  expect(names).toContain(schedule.function);
});

test("every function is reached by somebody", () => {
  const invoked: string[] = [];
  for (const workflow of [campaignWorkflow, importWorkflow])
    workflow((name) => {
      invoked.push(name);
      return name;
    });
  const reached = new Set<string>([
    ...routes.map((route) => route.function),
    ...Object.values(queues).map((queue) => queue.function),
    ...schedules.map((schedule) => schedule.function),
    ...invoked,
    "enrich",
  ]);
  expect([...reached].sort()).toEqual([...names].sort());
});

test("the pipe's filters are as few and as short as a pipe takes (Pipes API, FilterCriteria)", () => {
  expect(pipe.filters.length).toBeLessThanOrEqual(5);
  for (const filter of pipe.filters) expect(JSON.stringify(filter).length).toBeLessThanOrEqual(4096);
});

test.each(rules)("rule $name is as short as EventBridge takes (EventBridge quotas)", ({ pattern }) => {
  expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2048);
});

test("CloudFront hands on no more headers than it can (CloudFront quotas)", () => {
  expect(web.forwarded.length).toBeLessThanOrEqual(10);
});
