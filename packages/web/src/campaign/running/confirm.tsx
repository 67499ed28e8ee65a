import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly harmful: boolean;
  readonly loading: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

/** Asks once more, by name and count. */
export function Confirm({
  title,
  text,
  button,
  harmful,
  loading,
  onClose,
  onConfirm,
  children,
}: ConfirmProps) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <p>{text}</p>
      {children}
      <div className="acts confirm-acts">
        <Button variant="filled" color={harmful ? "harm" : "evergreen"} loading={loading} onClick={onConfirm}>
          {button}
        </Button>
        <Button onClick={onClose}>Leave it as it is</Button>
      </div>
    </Modal>
  );
}
