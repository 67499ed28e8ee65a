import type { MessagePort } from "node:worker_threads";
import { poster } from "../thread/post.ts";
import type { Reply } from "./wire.ts";

/** A request to the table and its answer, as they go from thread to thread. */
interface Asked {
  readonly id: number;
  /** Of the header `x-amz-target`. */
  readonly target: string;
  readonly text: string;
}
interface Told {
  readonly id: number;
  readonly status: number;
  readonly text: string;
}

/** Asks the table of another thread, which answers as the endpoint would. */
export function askOver(port: MessagePort): Reply {
  const waiting = new Map<number, (told: Told) => void>();
  const ask = poster<Asked>(port);
  let asked = 0;
  port.on("message", (all: readonly Told[]) => {
    for (const told of all) {
      waiting.get(told.id)?.(told);
      waiting.delete(told.id);
    }
  });
  return (target, text) =>
    new Promise<Told>((resolve) => {
      const id = ++asked;
      waiting.set(id, resolve);
      ask({ id, target, text });
    });
}

/** Answers another thread's requests as the endpoint would. */
export function answerOn(port: MessagePort, reply: Reply): void {
  const tell = poster<Told>(port);
  port.on("message", (all: readonly Asked[]) => {
    for (const { id, target, text } of all)
      void reply(target, text).then((answer) => tell({ id, ...answer }));
  });
}
