import { expect } from "vitest";
import type { Mapping } from "../../../packages/core/import/import.schema.ts";
import { Import } from "../../../packages/core/import/index.ts";
import type { Preview, Reading, View } from "../../../packages/core/import/views.ts";
import { as } from "./people.ts";

/** A colleague opens an import and puts the file where she is told to. */
export async function uploaded(file: Buffer | string, fileName = "people.csv"): Promise<string> {
  const bytes = Buffer.from(file);
  const { importId, upload } = await as("recruiter", () => Import.open({ fileName, bytes: bytes.length }));
  const { status } = await fetch(upload.url, {
    method: "PUT",
    headers: upload.headers,
    body: new Uint8Array(bytes),
  });
  expect(status).toBe(200);
  return importId;
}

export const reading = (importId: string): Promise<Reading> =>
  as("recruiter", () => Import.reading({ importId }));

interface Mapped {
  readonly preview: Preview;
  readonly revision: number;
}

/** She takes what is proposed, and says the ground. */
export async function mapped(importId: string, more: Partial<Mapping> = {}): Promise<Mapped> {
  const { columns, revision } = await reading(importId);
  const proposed = columns.map((column) => column.proposed);
  return as("recruiter", () => Import.map({ importId, revision, columns: proposed, ...more }));
}

/** The workflow's tasks, one after the other. */
export async function readIn(importId: string, remaining = () => 60_000): Promise<View> {
  const { parts } = await as("system", () => Import.prepare(importId));
  for (const part of parts) await as("system", () => Import.work(importId, part, remaining));
  await as("system", () => Import.finish(importId));
  return as("recruiter", () => Import.one({ importId }));
}

/** From the file to what came of it. */
export async function imported(file: Buffer | string, more: Partial<Mapping> = {}): Promise<View> {
  const importId = await uploaded(file);
  const { revision } = await mapped(importId, more);
  await as("recruiter", () => Import.start({ importId, revision }));
  return readIn(importId);
}

/** What the rejected file says, as text. */
export async function rejectedFile(importId: string): Promise<string> {
  const { url } = await as("recruiter", () => Import.rejected({ importId }));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await (await fetch(url)).arrayBuffer());
}
