import { expect } from "vitest";
import type { Mapping } from "../../../packages/core/import/import.schema.ts";
import type { Opened, Preview, Reading, View } from "../../../packages/core/import/views.ts";
import type { PeopleFile } from "./people-file.ts";
import type { Recruiter } from "./recruiter.ts";

/** Uploads a file as a browser does, and takes what is proposed for its columns. */
export async function mapFile(
  ana: Recruiter,
  { fileName, bytes }: Pick<PeopleFile, "fileName" | "bytes">,
  ground: Mapping["ground"],
): Promise<{ importId: string; revision: number; preview: Preview; reading: Reading }> {
  const opened = await ana.call<Opened>("POST", "/v1/imports", { fileName, bytes: bytes.length });
  expect(opened.status).toBe(201);
  const { importId, upload } = opened.body;
  const put = await fetch(upload.url, {
    method: "PUT",
    headers: upload.headers,
    body: new Uint8Array(bytes),
  });
  expect(put.status).toBe(200);
  const { body: reading } = await ana.call<Reading>("POST", `/v1/imports/${importId}/reading`, {});
  const columns = reading.columns.map(({ proposed }) => proposed);
  const { revision } = reading;
  const saved = await ana.call<{ preview: Preview; revision: number }>("PUT", `/v1/imports/${importId}`, {
    columns,
    ground,
    revision,
  });
  expect(saved.status).toBe(200);
  return { importId, reading, ...saved.body };
}

export const begin = (ana: Recruiter, importId: string, revision: number) =>
  ana.call<View>("POST", `/v1/imports/${importId}/start`, { revision });

export const importPage = async (ana: Recruiter, importId: string): Promise<View> =>
  (await ana.call<View>("GET", `/v1/imports/${importId}`)).body;

const GLANCE_MS = 200;
const LONGEST_MS = 200_000;

/** Looks until it finds something: an import takes longer than what happens a moment later. */
async function patiently<T>(what: string, look: () => Promise<T | false>): Promise<T> {
  for (const until = Date.now() + LONGEST_MS; ; ) {
    const found = await look();
    if (found !== false) return found;
    if (Date.now() > until) throw new Error(`It never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
  }
}

/** Waits for the end of an import. */
export const ended = (ana: Recruiter, importId: string): Promise<View> =>
  patiently("the import ends", async () => {
    const view = await importPage(ana, importId);
    return (view.state === "finished" || view.state === "failed") && view;
  });

/** Waits until so many people are in the pool; answers how many there are. */
export const peopleReach = (ana: Recruiter, least: number): Promise<number> =>
  patiently(`${least} people are in the pool`, async () => {
    const { body } = await ana.call<{ total: number }>("POST", "/v1/candidate-searches", { limit: 1 });
    return body.total >= least && body.total;
  });
