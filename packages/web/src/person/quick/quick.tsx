import { Modal } from "@mantine/core";
import { useState } from "react";
import { useCommands } from "../../keys/provider.tsx";
import { useMay } from "../../states/allowed.tsx";
import type { Who } from "../use-person-acts.ts";
import { NoteForm } from "./note-form.tsx";
import { OwnerForm } from "./owner-form.tsx";

interface Asked {
  readonly what: "note" | "owner";
  readonly who: Who;
}

/** `n` and `o` in a list: a note on, and the owner of, whoever is pointed at, without leaving the list. */
export function Quick({ pointedAt }: { readonly pointedAt: () => Who | undefined }) {
  const may = useMay("people.write") ?? false;
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const ask = (what: Asked["what"]) => () => {
    const who = pointedAt();
    if (who) setAsked({ what, who });
  };
  useCommands({
    "people.note": may ? ask("note") : undefined,
    "people.owner": may ? ask("owner") : undefined,
  });
  if (!asked) return null;
  const { what, who } = asked;
  return (
    <Modal
      opened
      onClose={close}
      title={what === "note" ? `Note on ${who.name}` : `Who looks after ${who.name}?`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {what === "note" ? <NoteForm who={who} onClose={close} /> : <OwnerForm who={who} onClose={close} />}
    </Modal>
  );
}
