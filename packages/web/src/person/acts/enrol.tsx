import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Hint } from "../../keys/hint.tsx";
import { useCommands } from "../../keys/provider.tsx";
import { useMay } from "../../states/allowed.tsx";
import { EnrolForm } from "../quick/enrol-form.tsx";
import type { Who } from "../use-person-acts.ts";

/** The way into a campaign by hand, for who may launch one. */
export function Enrol({ who }: { readonly who: Who }) {
  const may = useMay("campaigns.launch") ?? false;
  const [opened, dialog] = useDisclosure();
  useCommands({ "person.enrol": may ? dialog.open : undefined });
  if (!may) return null;
  return (
    <>
      <Hint of="person.enrol">
        <Button onClick={dialog.open}>Put into a campaign</Button>
      </Hint>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={`Put ${who.name} into a campaign`}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <EnrolForm who={who} onClose={dialog.close} />
      </Modal>
    </>
  );
}
