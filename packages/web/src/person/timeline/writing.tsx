import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useSingle } from "../../api/use-single.ts";
import { NotSaved } from "../../draft/not-saved.tsx";
import { Hint } from "../../keys/hint.tsx";
import { useCommands } from "../../keys/provider.tsx";
import { Choices } from "../../list/choices.tsx";
import type { PersonActs } from "../use-person-acts.ts";

/** A note or a task as far as it is written. */
export interface Written {
  readonly kind: "note" | "task";
  readonly text: string;
  readonly dueOn: string;
}

const KINDS = [
  { value: "note", words: "Note" },
  { value: "task", words: "Task" },
] as const;

interface Props {
  readonly value: Written;
  readonly edit: (value: Written) => void;
  readonly acts: PersonActs;
  /** Closes and forgets what was written. */
  readonly onDone: () => void;
  /** Closes; what was written is there again when it is opened. */
  readonly onLeave: () => void;
}

/** The open composer: a note, or a task with its day. */
export function Writing({ value, edit, acts, onDone, onLeave }: Props) {
  const { kind } = value;
  const { submit, ready, saving } = useSaving(value, acts, onDone);
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
      }}
    >
      <Choices
        label="What to write"
        options={KINDS}
        value={kind}
        onChoose={(next) => edit({ ...value, kind: next })}
      />
      <Fields value={value} edit={edit} />
      <NotSaved what={`The ${kind} was not saved`} error={saving.error} />
      <div className="acts">
        <Hint of="form.save">
          <Button type="submit" variant="filled" disabled={!ready} loading={saving.isPending}>
            Save {kind}
          </Button>
        </Hint>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}

function useSaving({ kind, text, dueOn }: Written, acts: PersonActs, onDone: () => void) {
  const words = text.trim();
  const ready = words !== "";
  const saving = useMutation({
    mutationFn: () => (kind === "note" ? acts.write(words) : acts.plan(words, dueOn)),
    onSuccess: onDone,
  });
  const begin = useSingle(() => saving.mutateAsync());
  const submit = () => {
    if (ready) begin(undefined);
  };
  useCommands({ "form.save": submit });
  return { submit, ready, saving };
}

function Fields({ value, edit }: Pick<Props, "value" | "edit">) {
  const { kind, text, dueOn } = value;
  const field = useRef<HTMLTextAreaElement>(null);
  // What was begun before a reload waits; what was just asked for has the focus.
  useEffect(() => {
    if (field.current?.value === "") field.current.focus();
  }, []);
  return (
    <>
      <Textarea
        ref={field}
        aria-label={kind === "note" ? "Note" : "Task"}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => edit({ ...value, text: event.currentTarget.value })}
      />
      {kind === "task" && (
        <TextInput
          type="date"
          label="Due"
          required
          value={dueOn}
          onChange={(event) => edit({ ...value, dueOn: event.currentTarget.value })}
        />
      )}
    </>
  );
}
