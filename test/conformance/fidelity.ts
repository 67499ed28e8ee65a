import { readFile } from "node:fs/promises";
import { join } from "node:path";

const PAGE = join(import.meta.dirname, "../../docs/fidelity.md");

const OTHERS = "## What moto says otherwise";

/** The cases in which docs/fidelity.md explains another's answer: the first cell of each row, in backquotes. */
export async function explained(): Promise<ReadonlySet<string>> {
  const [, others = ""] = (await readFile(PAGE, "utf8")).split(OTHERS);
  const rows = others.matchAll(/^\| `([^`]+)` \|/gm);
  return new Set([...rows].map(([, name = ""]) => name));
}
