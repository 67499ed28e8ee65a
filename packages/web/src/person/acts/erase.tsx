import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Person } from "@perennial/core/candidate/views.ts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { done } from "../../acts/index.tsx";
import { useSingle } from "../../api/use-single.ts";
import { useMay } from "../../states/allowed.tsx";
import { Failure } from "../../states/failure.tsx";
import type { PersonActs } from "../use-person-acts.ts";

interface Props {
  readonly person: Person;
  readonly acts: PersonActs;
}

/** The quiet way to what cannot be undone, far from what is done every day. */
export function Erasure({ person, acts }: Props) {
  const [opened, erase] = useDisclosure();
  if (!useMay("people.write")) return null;
  return (
    <>
      <button type="button" className="text-button small erasure" onClick={erase.open}>
        Erase on request…
      </button>
      <Modal
        opened={opened}
        onClose={erase.close}
        title={`Erase ${person.name}?`}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Confirm person={person} acts={acts} onClose={erase.close} />
      </Modal>
    </>
  );
}

/** Deletes everything about somebody who asked for it; confirmed by name, because nothing brings it back. */
function Confirm({ person, acts, onClose }: Props & { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const erasing = useMutation({
    mutationFn: () => acts.erase(typed.trim()),
    onSuccess: () => {
      done("Everything about this person is deleted.");
      onClose();
      return navigate({ to: "/talent" });
    },
  });
  const begin = useSingle(() => erasing.mutateAsync());
  const ready = typed.trim() === person.name;
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) begin(undefined);
      }}
    >
      <p>
        For somebody who asked for it by mail or telephone (GDPR, article 17). Profile, addresses, notes,
        mails and history are deleted. This cannot be undone.
      </p>
      <TextInput
        data-autofocus
        label="Type the name to confirm"
        description={person.name}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {erasing.error && <Failure what="Nothing was erased" error={erasing.error} />}
      <div className="acts">
        <Button type="submit" variant="filled" color="harm" disabled={!ready} loading={erasing.isPending}>
          Erase {person.name}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
