import { useLocalStorage } from "@mantine/hooks";
import type { Row } from "@perennial/core/candidate/views.ts";
import type { ReactNode } from "react";
import type { FormRow } from "../api/routes.ts";
import { Chip } from "../because/chip.tsx";
import { date } from "../words/dates.ts";
import { STAGES } from "../words/stages.ts";
import { mayWriteWords } from "./may-write.ts";
import { sourceWords } from "./source.ts";

export type ColumnId =
  | "title"
  | "company"
  | "city"
  | "stage"
  | "tags"
  | "owner"
  | "mayWrite"
  | "source"
  | "joined";

interface Column {
  readonly id: ColumnId;
  readonly words: string;
  /** Its track in the grid of the table. */
  readonly track: string;
  readonly cell: (row: Row, forms: readonly FormRow[]) => ReactNode;
}

/** What can stand between the name and the season line, which always do. */
export const COLUMNS: readonly Column[] = [
  { id: "title", words: "Title", track: "minmax(96px, 1.4fr)", cell: ({ title }) => title },
  { id: "company", words: "Company", track: "minmax(88px, 1fr)", cell: ({ company }) => company },
  { id: "city", words: "City", track: "minmax(72px, 0.8fr)", cell: ({ city }) => city },
  { id: "stage", words: "Stage", track: "minmax(88px, 0.9fr)", cell: ({ stage }) => STAGES[stage] },
  { id: "tags", words: "Tags", track: "minmax(88px, 1.2fr)", cell: ({ tags }) => tags.join(", ") },
  { id: "owner", words: "With", track: "minmax(72px, 0.8fr)", cell: ({ owner }) => owner?.name },
  { id: "mayWrite", words: "May we write", track: "84px", cell: ({ mayWrite }) => <May of={mayWrite} /> },
  {
    id: "source",
    words: "Source",
    track: "minmax(72px, 0.8fr)",
    cell: ({ source }, forms) => sourceWords(source, forms),
  },
  { id: "joined", words: "Since", track: "88px", cell: Since },
];

const USUAL: ColumnId[] = ["title", "city", "stage", "mayWrite", "joined"];
/** Beside an open peek there is room for these. */
const BESIDE: readonly ColumnId[] = ["title", "mayWrite"];

function May({ of }: { readonly of: Row["mayWrite"] }) {
  const { chip, tone, sentence } = mayWriteWords(of);
  return (
    <span title={sentence}>
      <Chip tone={tone}>{chip}</Chip>
    </span>
  );
}

function Since({ standing, joinedAt }: Row) {
  return standing === "pending" ? "not confirmed" : date(joinedAt);
}

/** The columns this reader chose, in the table's order; kept on this device. */
export function useColumns(peeking: boolean) {
  const [chosen, setChosen] = useLocalStorage<ColumnId[]>({
    key: "perennial.columns",
    defaultValue: USUAL,
    getInitialValueInEffect: false,
  });
  const shown = COLUMNS.filter(({ id }) => chosen.includes(id) && (!peeking || BESIDE.includes(id)));
  const toggle = (id: ColumnId) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return { chosen, shown, toggle };
}

export type { Column };
