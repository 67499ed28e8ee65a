import { Button, Modal, TagsInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../api/queries.ts";
import { useSingle } from "../api/use-single.ts";
import { useCommands } from "../keys/provider.tsx";
import { Failure } from "../states/failure.tsx";
import { people } from "../words/numbers.ts";
import type { Tags } from "./tagging.ts";
import "./tag.css";

interface Props {
  readonly count: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Resolves when it is done; the dialog closes. */
  readonly onTag: (tags: Tags) => Promise<unknown>;
}

/** Which tags several people get, and which they lose. */
export function TagDialog({ count, opened, onClose, onTag }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Tag ${people(count)}`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <TagForm count={count} onClose={onClose} onTag={onTag} />
    </Modal>
  );
}

/** Suggestions stand above their field: below it they would lie over the button. */
const above = { comboboxProps: { position: "top-start", shadow: "float" }, maxDropdownHeight: 160 } as const;

const NONE: Tags = { add: [], remove: [] };

function TagForm({ count, onClose, onTag }: Omit<Props, "opened">) {
  const [tags, setTags] = useState(NONE);
  const tagging = useMutation({ mutationFn: onTag, onSuccess: onClose });
  const begin = useSingle(tagging.mutateAsync);
  const ready = tags.add.length + tags.remove.length > 0;
  const submit = () => {
    if (ready) begin(tags);
  };
  useCommands({ "form.save": submit });
  return (
    <form
      className="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Fields tags={tags} onTags={setTags} />
      {tagging.error && (
        <Failure
          what="Not everybody was tagged"
          error={tagging.error}
          kept="Trying again goes on where it stopped."
        />
      )}
      <div className="acts">
        <Button type="submit" variant="filled" loading={tagging.isPending} disabled={!ready}>
          Tag {people(count)}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly tags: Tags;
  readonly onTags: (tags: Tags) => void;
}

function Fields({ tags, onTags }: FieldsProps) {
  const { data: known } = useQuery(queries.vocabulary);
  const rest = { ...above, data: known?.tags ?? [], acceptValueOnBlur: true };
  return (
    <>
      <TagsInput
        {...rest}
        data-autofocus
        label="Add"
        description="Enter or a comma ends a tag."
        value={[...tags.add]}
        onChange={(add) => onTags({ ...tags, add })}
      />
      <TagsInput
        {...rest}
        label="Take away"
        value={[...tags.remove]}
        onChange={(remove) => onTags({ ...tags, remove })}
      />
    </>
  );
}
