import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { alarms } from "../../infra/index.ts";

test("the operator's page says of every alarm what it means, and of no other", async () => {
  const page = await readFile(new URL("../../docs/operations.md", import.meta.url), "utf8");
  const told = [...page.matchAll(/^### Alarm ([\w-]+)\n\n\*(.+)\.\*/gm)];
  expect(told.map(([, name, says]) => ({ name, says }))).toEqual(
    alarms.map(({ name, says }) => ({ name, says })),
  );
});
