import { type NotificationData, notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { Undo } from "./undo.tsx";

/** How long an act can be taken back by `z`. */
const UNDO_MS = 8_000;

export interface Act {
  /** What was done: "Tagged 12 people “Leipzig”". */
  readonly words: string;
  /** Takes it back, and refreshes what shows it. */
  readonly undo: () => Promise<unknown>;
}

let last = "";

/** Says what was done for eight seconds, or until the next act, during which `z` or the button takes it back. */
export function undoable({ words, undo }: Act) {
  const id = crypto.randomUUID();
  const take = () => {
    // However long it takes, it says how it went.
    notifications.update({ id, message, autoClose: false });
    return undo();
  };
  const message = <Undo words={words} undo={take} onDone={() => notifications.hide(id)} />;
  notifications.hide(last);
  last = id;
  tell(id, message);
}

/** Says what was done and cannot, or need not, be taken back. @param id of a progress that this ends */
export const done = (words: string, id: string = crypto.randomUUID()) => {
  notifications.hide(last);
  tell(id, words);
};

/** Says that something did not work where no place on the page can say it. */
export const failed = (what: string, error: unknown, id: string = crypto.randomUUID()) =>
  tell(id, `${what}. ${error instanceof Error ? error.message : ""}`);

/** Something that takes a while: says how far it is, in one place, until it is done or has failed. */
export const progress = (id: string, words: string) => put({ id, message: words, autoClose: false });

/** What it was about is told otherwise. */
export const ended = (id: string) => {
  notifications.hide(id);
};

const tell = (id: string, message: ReactNode) => put({ id, message, autoClose: UNDO_MS });

function put(notification: NotificationData & { readonly id: string }) {
  notifications.show(notification);
  // Showing what is shown already changes nothing.
  notifications.update(notification);
}
