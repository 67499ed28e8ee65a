import { beforeAll, expect, test } from "vitest";
import { type FunctionName, type FunctionSpec, functions } from "../../infra/functions.ts";
import { reach } from "./support/reach.ts";

let reached: Awaited<ReturnType<typeof reach>>;
beforeAll(async () => {
  reached = await reach();
}, 60_000);

test.each(Object.entries<FunctionSpec>(functions))(
  "%s may do what its code can come to, and nothing else",
  (name, { grants }) => {
    expect(grants.flatMap(({ actions }) => actions).sort()).toEqual(reached.get(name as FunctionName));
  },
);
