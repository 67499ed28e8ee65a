import { Socket } from "node:net";
import { onTestFinished, vi } from "vitest";

/** Every place that anything in this process connects to, from here to the end of the test. */
export function connections(): readonly unknown[] {
  const made: unknown[] = [];
  const connect = Socket.prototype.connect;
  const spy = vi.spyOn(Socket.prototype, "connect").mockImplementation(function (
    this: Socket,
    ...to: unknown[]
  ) {
    made.push(to);
    return Reflect.apply(connect, this, to) as Socket;
  });
  onTestFinished(() => spy.mockRestore());
  return made;
}
