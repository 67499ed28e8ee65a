import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { BOM, csvLine } from "../csv.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Files from "./files.ts";
import { ImportId, type Info } from "./import.schema.ts";
import { KEPT_MS, type Refused, rowsOf } from "./kept.ts";
import { get } from "./read.ts";
import { REJECTIONS } from "./reasons.ts";

/** Where the rejected rows can be saved from, for five minutes: written anew each time, without whoever was erased since. */
export const rejected = fn(
  z.strictObject({ importId: ImportId }),
  async ({ importId }): Promise<{ url: string }> => {
    Actor.assert("people.import");
    const info = await get(importId);
    const { counts, state, fileName, finishedAt = "" } = info;
    if (state !== "finished" || !counts?.rejected)
      throw new AppError("missing", "import.none_rejected", "No row of this import was rejected");
    if (Date.parse(finishedAt) + KEPT_MS < Clock.ms())
      throw new AppError(
        "missing",
        "import.expired",
        "The rejected rows were kept for 30 days; they are gone",
      );
    await write(info);
    return {
      url: await Files.rejectedUrl(importId, `rejected ${fileName.replace(/\.[a-z]{1,4}$/i, "")}.csv`),
    };
  },
);

/** Somebody may be erased while her row is on its way into the file: then it is written again. */
async function write({ importId, blanked, columns = [], dialect }: Info): Promise<void> {
  const delimiter = dialect?.delimiter ?? ",";
  const lines = (await rowsOf(importId)).map((one) => csvLine([reasonOf(one), ...one.cells], delimiter));
  await Files.writeRejected(importId, BOM + csvLine(["Reason", ...columns], delimiter) + lines.join(""));
  const after = await get(importId);
  if (after.blanked !== blanked) await write(after);
}

/** Without its cells a row is known by its number. */
const reasonOf = ({ row, cells, code }: Refused) =>
  cells.length === 0 ? `Row ${row}: ${REJECTIONS[code]}` : REJECTIONS[code];
