import type { Opened, Reading } from "../../../packages/core/import/views.ts";
import { ok, type Stage } from "../stage.ts";

const ROWS = 24;
const HEADER = "Vorname,Nachname,E-Mail,Land,Quelle,Rechtsgrundlage,Einwilligung am,Einwilligung Ort";

/** People of a fair: some consented there, some are written to on another ground, one is known from the form. */
function file({ people, chance, here }: Stage, n: number): { bytes: Buffer; emails: string[] } {
  const known = people[chance.between(0, Math.max(0, people.length - 1))]?.email;
  const emails = Array.from(
    { length: ROWS },
    (_, row) => (row === 0 && known) || `fair${n}-${row}@example.org`,
  );
  const day = new Date(here.clock.ms() - 7 * 86_400_000).toISOString().slice(0, 10);
  const rows = emails.map((email, row) => {
    const ground = row % 2 === 0 ? `Einwilligung,${day},Leipzig` : "berechtigtes Interesse,,";
    return `Fay ${n},Row-${row},${email},Portugal,Messe ${n},${ground}`;
  });
  return { bytes: Buffer.from([HEADER, ...rows, ""].join("\n")), emails };
}

/** A recruiter brings a file of people. Acknowledged once she was told that it is being read in. */
export async function importFile(stage: Stage): Promise<void> {
  const { call, book } = stage;
  const { bytes, emails } = file(stage, book.acts.length);
  await book.act("import", { value: emails.join(" ") }, async () => {
    const opened = await call<Opened>("POST", "/v1/imports", { fileName: "fair.csv", bytes: bytes.length });
    if (!ok(opened)) return undefined;
    const { importId, upload } = opened.body;
    const put = { method: "PUT", headers: upload.headers, body: new Uint8Array(bytes) };
    if (!ok(await fetch(upload.url, put))) return undefined;
    const read = await call<Reading>("POST", `/v1/imports/${importId}/reading`, {});
    if (!ok(read)) return undefined;
    const columns = read.body.columns.map(({ proposed }) => proposed);
    const mapping = { columns, ground: { by: "column" }, revision: read.body.revision };
    const mapped = await call<{ revision: number }>("PUT", `/v1/imports/${importId}`, mapping);
    if (!ok(mapped)) return undefined;
    const { revision } = mapped.body;
    return ok(await call("POST", `/v1/imports/${importId}/start`, { revision })) ? {} : undefined;
  });
}
