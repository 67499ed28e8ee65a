import { expect, test } from "vitest";
import { calm } from "../bench/machine.ts";

/** A machine whose answer to "is everything done" comes to so many errors first. */
const busy = (...errors: Error[]) => {
  let asked = 0;
  const settled = async () => {
    asked += 1;
    const error = errors.shift();
    if (error) throw error;
  };
  return { here: { clock: { ms: Date.now, moveTo: async () => undefined, settled } }, asked: () => asked };
};

/** What `fetch` says of a request that had no answer for five minutes. */
const late = () => new TypeError("fetch failed", { cause: { code: "UND_ERR_HEADERS_TIMEOUT" } });

test("a machine that works for longer than a request may wait is asked again until it is done", async () => {
  const { here, asked } = busy(late(), late());
  await calm(here);
  expect(asked()).toBe(3);
});

test("a machine that died is not waited for", async () => {
  const { here, asked } = busy(new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }));
  await expect(calm(here)).rejects.toThrow("fetch failed");
  expect(asked()).toBe(1);
});
