import { expect } from "vitest";
import { startCloud } from "../../../packages/local/cloud.ts";
import type { Where } from "./product.ts";
import type { World } from "./world.ts";

/** What a killed machine left, opened in this process. */
export async function reopen(where: Where): Promise<World> {
  const cloud = await startCloud(where);
  return { ...cloud, data: where.data, end: cloud.stop };
}

/**
 * What was in hand at five kills is among the dead letters of its queue, rightly; sent back by hand, it goes through. Answers where
 * there were any.
 */
export async function redriven({ consoleUrl, clock, services }: World): Promise<string> {
  const dead = async () =>
    (await (await fetch(`${consoleUrl}/api/dead-letters`)).json()) as { place: string }[];
  const places = [...new Set((await dead()).map(({ place }) => place))];
  for (const place of places) {
    expect(place).toMatch(/^queue /);
    await services.queues.redrive(place.replace("queue ", ""));
  }
  await clock.settled();
  expect(await dead()).toEqual([]);
  return places.join(", ") || "no place";
}
