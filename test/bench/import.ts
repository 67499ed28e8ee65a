import { begin, ended, mapFile } from "../flows/support/import.ts";
import { peopleFile } from "../flows/support/people-file.ts";
import type { Machine } from "./machine.ts";

/** People come in from a file with three grounds. Resolves with the seconds from the start of the job to its end. */
export async function importAll(
  { ana, clock }: Machine,
  rows: number,
  domain = "people.example",
): Promise<number> {
  const file = peopleFile({ rows, domain, today: new Date(clock.ms()) });
  const { importId, revision } = await mapFile(ana, file, { by: "column" });
  const began = performance.now();
  await begin(ana, importId, revision);
  const { state } = await ended(ana, importId);
  if (state !== "finished") throw new Error(`The import ended as ${state}`);
  return (performance.now() - began) / 1000;
}
