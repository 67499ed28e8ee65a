import type { MessagePort } from "node:worker_threads";
import { poster } from "../thread/post.ts";
import type { Reply } from "./wire.ts";

/** A request to the table and its answer, as they go from thread to thread. */
export interface Asked {
  readonly id: number;
  /** Of the header `x-amz-target`. */
  readonly target: string;
  readonly text: string;
}
export interface Told {
  readonly id: number;
  readonly status: number;
  readonly text: string;
}

/** Answers another thread's requests as the endpoint would. */
export function answerOn(port: MessagePort, reply: Reply): void {
  const tell = poster<Told>(port);
  port.on("message", (all: readonly Asked[]) => {
    for (const { id, target, text } of all)
      void reply(target, text).then((answer) => tell({ id, ...answer }));
  });
}
