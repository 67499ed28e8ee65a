import type { Home } from "@perennial/core/home/home.view.ts";
import { useQuery } from "@tanstack/react-query";
import { failed } from "../acts/index.tsx";
import { queries } from "../api/queries.ts";
import { useSingle } from "../api/use-single.ts";
import { useCommands } from "../keys/provider.tsx";
import { useActsOn } from "../person/use-person-acts.ts";
import { useMay } from "../states/allowed.tsx";

type Row = Home["warm"][number];

/** `c` notes that we talked with whoever has the focus, `o` takes her over; a button in her row does the same. */
export function useWarmActs(rows: readonly Row[]) {
  const actsOn = useActsOn();
  const { data: me } = useQuery(queries.me);
  const may = useMay("people.write") ?? false;
  const contacted = useSingle((row: Row) =>
    actsOn(row)
      .talked("contacted")
      .catch((error: unknown) => failed("It was not noted", error)),
  );
  const take = useSingle(async (row: Row) => {
    if (!me || row.owner?.recruiterId === me.recruiterId) return;
    const words = `You look after ${row.name} now.`;
    await actsOn(row)
      .edit({ owner: me.recruiterId }, words)
      .catch((error: unknown) => failed("Nothing was changed", error));
  });
  const focused = (run: (row: Row) => unknown) => () => {
    const person = document.activeElement?.closest<HTMLElement>("[data-person]")?.dataset.person;
    const row = rows.find(({ candidateId }) => candidateId === person);
    if (row) run(row);
  };
  useCommands({
    "people.contacted": may && rows.length > 0 ? focused(contacted) : undefined,
    "people.owner": may && rows.length > 0 ? focused(take) : undefined,
  });
  return { may, me: me?.recruiterId, contacted, take };
}

export type WarmActs = ReturnType<typeof useWarmActs>;
