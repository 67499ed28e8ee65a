import type { Output } from "../api/routes.ts";
import { number } from "../words/numbers.ts";
import { Bar } from "./bar.tsx";
import { readSoFar, summed } from "./words.ts";

/** How far it is. It goes on by itself, whoever looks. */
export function Running({ view }: { readonly view: Output<"GET /v1/imports/{importId}"> }) {
  const { rows } = view;
  const done = readSoFar(view);
  return (
    <div className="import-running" aria-live="polite">
      <Bar words="Reading people in" share={rows ? done / rows : 0} />
      <p>
        {rows === undefined
          ? "The file is being cut into parts."
          : `${number(done)} of ${number(rows)} rows: ${summed(view)}.`}
      </p>
      <p className="quiet">You can leave this page; it goes on, and you find it again under Import.</p>
    </div>
  );
}
