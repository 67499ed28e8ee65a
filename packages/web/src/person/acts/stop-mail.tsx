import { Button, Modal, TextInput } from "@mantine/core";
import type { Person } from "@perennial/core/candidate/views.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSingle } from "../../api/use-single.ts";
import { Failure } from "../../states/failure.tsx";
import type { PersonActs } from "../use-person-acts.ts";

interface Props {
  readonly person: Person;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly acts: PersonActs;
}

/** Asks once, because it ends campaigns: the undo of a moment brings them back, lifting it later does not. */
export function StopMail({ person, opened, onClose, acts }: Props) {
  const [reason, setReason] = useState("");
  const stopping = useMutation({
    mutationFn: () => acts.doNotContact(true, reason.trim()),
    onSuccess: onClose,
  });
  const begin = useSingle(() => stopping.mutateAsync());
  const campaigns = person.next.map(({ campaignName }) => `“${campaignName}”`).join(" and ");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Stop all mail to ${person.name}?`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form
        className="person-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin(undefined);
        }}
      >
        <p>
          Nobody here writes to them any more, by campaign or by hand
          {campaigns ? `, and they leave ${campaigns}` : ""}. What they allowed themselves is kept.
        </p>
        <TextInput
          data-autofocus
          label="Why"
          description="For colleagues; may stay empty."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {stopping.error && <Failure what="Mail was not stopped" error={stopping.error} />}
        <div className="acts">
          <Button type="submit" variant="filled" color="harm" loading={stopping.isPending}>
            Stop all mail
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Modal>
  );
}
