import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useSingle } from "../../api/use-single.ts";
import { useDraft } from "../../draft/use-draft.ts";
import { useCommands } from "../../keys/provider.tsx";
import { Failure } from "../../states/failure.tsx";
import { usePersonActs, type Who } from "../use-person-acts.ts";

interface Props {
  readonly who: Who;
  readonly onClose: () => void;
}

/** A note that is not lost when the dialog closes before it is saved. */
export function NoteForm({ who, onClose }: Props) {
  const acts = usePersonActs(who);
  const draft = useDraft<string>(`quick-note.${who.candidateId}`, { value: "", revision: 0 });
  const words = draft.value.trim();
  const saving = useMutation({
    mutationFn: () => acts.write(words),
    onSuccess: () => {
      draft.discard();
      onClose();
    },
  });
  const begin = useSingle(() => saving.mutateAsync());
  const submit = () => {
    if (words !== "") begin(undefined);
  };
  useCommands({ "form.save": submit });
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        data-autofocus
        aria-label="Note"
        autosize
        minRows={3}
        value={draft.value}
        onChange={(event) => draft.edit(event.currentTarget.value)}
      />
      {saving.error && <Failure what="The note was not saved" error={saving.error} />}
      <div className="acts">
        <Button type="submit" variant="filled" disabled={words === ""} loading={saving.isPending}>
          Save note
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
