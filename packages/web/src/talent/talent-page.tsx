import { Button } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { queries } from "../api/queries.ts";
import { Page } from "../frame/page.tsx";
import { Hint } from "../keys/hint.tsx";
import { useCommands } from "../keys/provider.tsx";
import { rememberList } from "../list/remembered.ts";
import { Peek } from "../peek/peek.tsx";
import { Quick } from "../person/quick/quick.tsx";
import { ActButton, useMay } from "../states/allowed.tsx";
import { people as peopleWords } from "../words/numbers.ts";
import { Bulk } from "./bulk.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { useColumns } from "./columns.tsx";
import { exportPeople } from "./export.ts";
import { FacetPanel } from "./facet-panel.tsx";
import { Found } from "./found.tsx";
import { Narrowing } from "./narrowing.tsx";
import { SearchBox } from "./search-box.tsx";
import { useLook } from "./use-look.ts";
import { usePeople } from "./use-people.ts";
import { useSelection } from "./use-selection.ts";
import "../list/list.css";
import "./talent.css";

const NONE: readonly never[] = [];

/** The row of the table that has the focus; -1 where none has. */
function focusedRow(): number {
  const row = document.activeElement?.closest("tr")?.querySelector<HTMLElement>("[data-index]");
  return Number(row?.dataset.index ?? -1);
}

export function TalentPage() {
  const looking = useLook();
  const { look, change } = looking;
  const found = usePeople(look);
  const { rows = NONE, total } = found;
  const { data: forms = NONE } = useQuery(queries.forms);
  const narrow = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false });
  const columns = useColumns(look.peek !== undefined && !narrow);
  const ids = useMemo(() => rows.map(({ candidateId }) => candidateId), [rows]);
  const selection = useSelection(looking, ids, total);
  const [filtering, filters] = useDisclosure();
  const router = useRouter();
  const href = useMemo(() => router.buildLocation({ to: "/talent", search: look }).href, [router, look]);
  useEffect(() => rememberList({ name: "Talent", ids, total, href }), [ids, total, href]);
  return (
    <div className="talent" data-peeking={look.peek !== undefined || undefined}>
      <Page title="Talent" acts={<Export look={look} total={total} />} wide>
        <div className="talent-columns">
          <FacetPanel
            {...{ found, forms, looking, filtering }}
            onOpen={filters.open}
            onClose={filters.close}
          />
          <div className="talent-list">
            <div className="talent-tools">
              <SearchBox words={look.q ?? ""} onSearch={(q) => change({ q: q || undefined })} />
              <Button className="phone-only" onClick={filters.open}>
                Filter
              </Button>
              <p
                className={`quiet small talent-total ${found.query.isPlaceholderData ? "dimmed" : ""}`}
                role="status"
              >
                {found.rows && peopleWords(total)}
              </p>
              <ColumnChooser chosen={columns.chosen} toggle={columns.toggle} />
            </div>
            <Narrowing looking={looking} facets={found.facets} forms={forms} />
            <Found {...{ found, forms, looking, selection, narrow }} columns={columns.shown} />
          </div>
        </div>
      </Page>
      <Bulk look={look} total={total} selection={selection} />
      <Quick
        pointedAt={() => rows[focusedRow()] ?? rows.find(({ candidateId }) => candidateId === look.peek)}
      />
      {look.peek && <Peek candidateId={look.peek} onClose={() => change({ peek: undefined })} />}
    </div>
  );
}

function Export({
  look,
  total,
}: {
  readonly look: Parameters<typeof exportPeople>[0];
  readonly total: number;
}) {
  const may = useMay("people.export") ?? false;
  const begin = () => void exportPeople(look, total);
  useCommands({ "people.export": may && total > 0 ? begin : undefined });
  return (
    <Hint of="people.export">
      <ActButton needs="people.export" act="export people" onClick={begin} disabled={total === 0}>
        Export CSV
      </ActButton>
    </Hint>
  );
}
