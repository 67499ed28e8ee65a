import { done, failed, progress } from "../acts/index.tsx";
import { call } from "../api/call.ts";
import { number, people } from "../words/numbers.ts";
import { type Look, searchOf } from "./look.ts";

const ID = "people-export";
/** People in one part. */
const AT_ONCE = 1000;

/**
 * Writes everybody a look finds into a file, a thousand at a time. It goes on when the page is left and says how far it is; nothing is saved
 * before everybody is there.
 */
export async function exportPeople(look: Look, total: number): Promise<void> {
  progress(ID, `Exporting ${people(total)}…`);
  try {
    const parts: string[] = [];
    let cursor: string | undefined;
    do {
      const page: { csv: string; cursor?: string } = await call("POST /v1/candidate-exports", {
        ...searchOf(look),
        ...(cursor ? { cursor } : {}),
      });
      parts.push(page.csv);
      cursor = page.cursor;
      if (cursor) progress(ID, `Exporting: ${number(parts.length * AT_ONCE)} of ${people(total)}…`);
    } while (cursor);
    save(new Blob(parts, { type: "text/csv;charset=utf-8" }), "people.csv");
    done(`Exported ${people(total)} to people.csv.`, ID);
  } catch (error) {
    failed("The export stopped, and no file was saved", error, ID);
  }
}

/** Hands a file to the browser. */
function save(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
