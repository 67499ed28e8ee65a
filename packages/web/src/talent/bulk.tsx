import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Hint } from "../keys/hint.tsx";
import { useCommands } from "../keys/provider.tsx";
import { ActButton, useMay } from "../states/allowed.tsx";
import { TagDialog } from "../tag/tag-dialog.tsx";
import type { Tags } from "../tag/tagging.ts";
import { number, people } from "../words/numbers.ts";
import type { Look } from "./look.ts";
import { MOST_PICKED } from "./picked.ts";
import { tagPicked } from "./tag-picked.ts";
import type { Selection } from "./use-selection.ts";

interface Props {
  readonly look: Look;
  readonly total: number;
  readonly selection: Selection;
}

/** What can be done with those who are selected, over the foot of the list. */
export function Bulk({ look, total, selection }: Props) {
  const [tagging, dialog] = useDisclosure();
  const cache = useQueryClient();
  const may = useMay("people.write") ?? false;
  const { count, picked, clear, everybody } = selection;
  useCommands({ "people.tag": count > 0 && may ? dialog.open : undefined });
  if (count === 0) return null;
  const tag = (tags: Tags) => tagPicked({ cache, look, picked, count, tags });
  return (
    <section className="bulk" aria-label="Selected people">
      <p aria-live="polite">
        <strong>{people(count)}</strong> selected
        {count === MOST_PICKED && picked !== "all" && " (no more one by one)"}
      </p>
      <div className="acts">
        <Hint of="people.tag">
          <ActButton needs="people.write" act="tag people" variant="filled" onClick={dialog.open}>
            Tag
          </ActButton>
        </Hint>
        {picked !== "all" && count < total && (
          <Button
            onClick={() => {
              clear();
              everybody();
            }}
          >
            Select all {number(total)}
          </Button>
        )}
        <Button onClick={clear}>Clear</Button>
      </div>
      <TagDialog count={count} opened={tagging} onClose={dialog.close} onTag={tag} />
    </section>
  );
}
