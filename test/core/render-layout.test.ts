import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { GENERATED, generate } from "../../bin/layout.ts";

test("the committed layout is what MJML makes of its source now", async () => {
  expect(await readFile(GENERATED, "utf8")).toBe(await generate());
});
