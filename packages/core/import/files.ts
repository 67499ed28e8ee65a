import { AppError } from "../error.ts";
import * as Storage from "../storage/index.ts";
import type { Draft } from "./draft.ts";
import type { Info } from "./import.schema.ts";
import { inParallel } from "./parallel.ts";
import type { Rejection } from "./reasons.ts";

/** One row as a task gets it: what was read of it, or why it was not; its cells for the file of what was rejected. */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
  readonly draft?: Draft;
  readonly rejected?: Rejection;
}

/** Rows of one person, in order. */
export type Group = readonly Row[];

const AT_ONCE = 8;

/** Where the files of an import lie: they go after three days if nobody takes them away before. */
const at = {
  file: (importId: string) => `uploads/${importId}/file`,
  part: (importId: string, part: number) => `uploads/${importId}/parts/${part}`,
  rejected: (importId: string) => `uploads/${importId}/rejected.csv`,
};

export const upload = (importId: string, bytes: number) => Storage.upload(at.file(importId), bytes);

/** The file as it was uploaded. */
export async function file(importId: string): Promise<Buffer> {
  const bytes = await Storage.read(at.file(importId));
  if (bytes) return bytes;
  throw new AppError("blocked", "import.no_file", "The file has not arrived. Upload it again.");
}

/** Refuses to go on with what is kept no more. */
export async function expectThere({ importId, parts }: Pick<Info, "importId" | "parts">): Promise<void> {
  if (parts === 0) return;
  if (await Storage.exists(parts === undefined ? at.file(importId) : at.part(importId, 0))) return;
  throw new AppError(
    "blocked",
    "import.no_file",
    "The file is kept for three days, and is not there. Upload it again: nobody is written twice.",
  );
}

export const writePart = (importId: string, part: number, groups: readonly Group[]) =>
  Storage.write(at.part(importId, part), JSON.stringify(groups));

/** @throws when it is gone: an import never ends well without some of its people */
export async function readPart(importId: string, part: number): Promise<Group[]> {
  const bytes = await Storage.read(at.part(importId, part));
  if (bytes) return JSON.parse(String(bytes));
  throw new AppError("missing", "import.part_missing", `Part ${part} of the file is gone`);
}

export const writeRejected = (importId: string, text: string) => Storage.write(at.rejected(importId), text);

export const rejectedUrl = (importId: string, fileName: string) =>
  Storage.download(at.rejected(importId), fileName);

export const removeRejected = (importId: string) => Storage.remove(at.rejected(importId));

/** Takes away what people's data lies in; rows that somebody is to correct lie elsewhere. */
export async function clear(importId: string, parts: number): Promise<void> {
  const all = Array.from({ length: parts }, (_, part) => at.part(importId, part));
  await inParallel([at.file(importId), ...all], AT_ONCE, Storage.remove);
}
