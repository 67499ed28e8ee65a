import { expect, test } from "vitest";
import { rules } from "../../infra/bus.ts";
import { functions, pipe } from "../../infra/index.ts";

type Image = { __edb_e__?: { S: string[] }; type?: { S: string[] } };

const images = pipe.filters.map(({ dynamodb }): Image => dynamodb.NewImage);
const passed = images.flatMap(({ type }) => type?.S ?? []);
const items = images.flatMap(({ __edb_e__ }) => __edb_e__?.S ?? []).filter((entity) => entity !== "event");

/** What each noun of core calls `Events`. */
async function defined(): Promise<string[]> {
  const nouns = import.meta.glob<{ Events?: Record<string, { type: string }> }>(
    "../../packages/core/*/index.ts",
  );
  const modules = await Promise.all(Object.values(nouns).map((load) => load()));
  return modules.flatMap(({ Events = {} }) => Object.values(Events).map(({ type }) => type));
}

test("every event that the pipe lets through is one that core writes, or a moment of an item that passes itself", async () => {
  const known = await defined();
  const unknown = passed.filter((type) => !known.includes(type) && !items.includes(type.split(".")[0] ?? ""));
  expect(unknown).toEqual([]);
});

test("the pipe lets through what the rules on our bus ask for, and nothing else", () => {
  const asked = rules.flatMap(({ pattern }) => ("detail-type" in pattern ? [...pattern["detail-type"]] : []));
  expect([...new Set(passed)].sort()).toEqual([...new Set(asked)].sort());
});

test("the pipe's enrichment is a function", () => {
  expect(functions).toHaveProperty(pipe.enrichment);
});
