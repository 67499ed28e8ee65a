import { once } from "../commit.ts";
import { under } from "../sample/write.ts";
import { type Listing, listingOf } from "./listing.ts";

const ATTEMPTS = 4;

/**
 * Reads one person until nothing of her changed from one reading to the next, and compares again: what is kept and what it is made of
 * are items of their own. Undefined when she never stood still.
 */
export async function sure(candidateId: string): Promise<Listing | undefined | "busy"> {
  let before = listingOf(await under(candidateId));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const after = listingOf(await under(candidateId));
    if (before?.revisions?.join() === after?.revisions?.join()) return before;
    before = after;
  }
  return "busy";
}

/** Lists her as she is, if she is as she was read. Answers whether she was. */
export async function relist({ candidateId, made, revisions }: Listing): Promise<boolean> {
  if (!revisions) return false;
  const [profile, gate] = revisions;
  return once(({ candidate, gate: gates }) => {
    const hers = candidate.patch({ candidateId });
    const listed = made.facts ? hers.set(made) : hers.remove(["facts", "roster", "listedAt"]);
    return [
      listed.where((it, op) => op.eq(it.revision, profile)).commit(),
      gates
        .check({ candidateId })
        .where((it, op) => op.eq(it.revision, gate))
        .commit(),
    ];
  });
}
