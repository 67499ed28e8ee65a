import { expect, test } from "vitest";
import { patiently } from "../flows/support/product.ts";

/** A machine whose answer to "is everything done" comes to so many errors first. */
const busy = (...errors: Error[]) => {
  let asked = 0;
  const settled = async () => {
    asked += 1;
    const error = errors.shift();
    if (error) throw error;
  };
  return { settled, asked: () => asked };
};

/** What `fetch` says of a request that had no answer for five minutes. */
const late = () => new TypeError("fetch failed", { cause: { code: "UND_ERR_HEADERS_TIMEOUT" } });

test("a machine that works for longer than a request may wait is asked again until it is done", async () => {
  const { settled, asked } = busy(late(), late());
  await patiently(settled);
  expect(asked()).toBe(3);
});

test("a machine that died is not waited for", async () => {
  const { settled, asked } = busy(new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }));
  await expect(patiently(settled)).rejects.toThrow("fetch failed");
  expect(asked()).toBe(1);
});
