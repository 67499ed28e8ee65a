import { Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useCommands } from "../../keys/provider.tsx";
import { useMay } from "../../states/allowed.tsx";
import type { Who } from "../use-person-acts.ts";
import { EnrolForm } from "./enrol-form.tsx";
import { NoteForm } from "./note-form.tsx";
import { OwnerForm } from "./owner-form.tsx";

interface Asked {
  readonly what: keyof typeof FORMS;
  readonly who: Who;
}

const FORMS = {
  note: { title: ({ name }: Who) => `Note on ${name}`, Form: NoteForm },
  owner: { title: ({ name }: Who) => `Who looks after ${name}?`, Form: OwnerForm },
  enrol: { title: ({ name }: Who) => `Put ${name} into a campaign`, Form: EnrolForm },
} as const;

/** `n`, `o` and `e` in a list: a note on, the owner of, and a campaign for whoever is pointed at, without leaving the list. */
export function Quick({ pointedAt }: { readonly pointedAt: () => Who | undefined }) {
  const may = useMay("people.write") ?? false;
  const mayLaunch = useMay("campaigns.launch") ?? false;
  const [asked, setAsked] = useState<Asked>();
  const [opened, dialog] = useDisclosure();
  const ask = (what: Asked["what"]) => () => {
    const who = pointedAt();
    if (!who) return;
    setAsked({ what, who });
    dialog.open();
  };
  useCommands({
    "people.note": may ? ask("note") : undefined,
    "people.owner": may ? ask("owner") : undefined,
    "people.enrol": mayLaunch ? ask("enrol") : undefined,
  });
  const { title, Form } = FORMS[asked?.what ?? "note"];
  // It is there before it opens and after it closes, so that it gives the focus back to the row.
  return (
    <Modal
      opened={opened}
      onClose={dialog.close}
      title={asked && title(asked.who)}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {asked && <Form who={asked.who} onClose={dialog.close} />}
    </Modal>
  );
}
