import { Modal } from "@mantine/core";
import { useRef, useState } from "react";
import type { Choice } from "./choices.ts";
import { Finder } from "./finder.tsx";
import "./palette.css";

/** Commands, people, segments and campaigns by their words. What was chosen happens when the page has its focus back. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const [opened, setOpened] = useState(true);
  const chosen = useRef<Choice>(undefined);
  const close = () => setOpened(false);
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      padding={0}
      size={560}
      centered={false}
      yOffset="12dvh"
      onExitTransitionEnd={() => {
        onClose();
        chosen.current?.choose();
      }}
    >
      <Modal.Overlay opacity={0.3} />
      <Modal.Content aria-label="Find">
        <Modal.Body>
          <Finder
            onChoose={(choice) => {
              chosen.current = choice;
              close();
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
