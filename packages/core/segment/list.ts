import { Actor } from "../actor.ts";
import * as Rule from "../rule/index.ts";
import { labels } from "./labels.ts";
import { all } from "./read.ts";
import type { Row } from "./views.ts";

/** Every segment as a list shows it, oldest first. */
export async function list(): Promise<{ segments: Row[] }> {
  Actor.assert("people.read");
  const [segments, label] = await Promise.all([all(), labels()]);
  return {
    segments: segments.map(({ segmentId, name, rule, updatedAt }) => ({
      segmentId,
      name,
      rule,
      updatedAt,
      words: Rule.words(rule, label),
    })),
  };
}
