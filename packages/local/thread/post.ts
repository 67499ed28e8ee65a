import type { MessagePort } from "node:worker_threads";

/** Hands messages on together: what is posted in one turn of the event loop wakes the other side once. */
export function poster<T>(port: Pick<MessagePort, "postMessage">): (message: T) => void {
  let gathered: T[] = [];
  function send() {
    const messages = gathered;
    gathered = [];
    port.postMessage(messages);
  }
  return (message) => {
    if (gathered.push(message) === 1) setImmediate(send);
  };
}
