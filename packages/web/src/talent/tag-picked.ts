import type { QueryClient } from "@tanstack/react-query";
import { ended, failed, progress, undoable } from "../acts/index.tsx";
import { type Tags, tagPeople, untag } from "../tag/tagging.ts";
import { number, people } from "../words/numbers.ts";
import { everyId } from "./everybody.ts";
import type { Look } from "./look.ts";
import type { Picked } from "./picked.ts";
import { refreshPeople } from "./refresh.ts";

interface Tagging {
  readonly cache: QueryClient;
  readonly look: Look;
  readonly picked: Picked;
  readonly count: number;
  readonly tags: Tags;
}

const ID = "people-tagging";

/**
 * Tags whoever is selected. Those named one by one are waited for; everybody found goes on while she does something else, and it says
 * how far it is.
 */
export async function tagPicked(tagging: Tagging): Promise<void> {
  if (tagging.picked !== "all") return carryOut(tagging, () => {});
  const of = people(tagging.count);
  const far = (what: string, done: number) => progress(ID, `${what}: ${number(done)} of ${of}…`);
  void carryOut(tagging, far).then(
    () => ended(ID),
    (error: unknown) =>
      failed("Not everybody was tagged. Doing it again goes on where it stopped", error, ID),
  );
}

type OnFar = (what: string, people: number) => void;

async function carryOut({ cache, look, picked, tags }: Tagging, onFar: OnFar): Promise<void> {
  const ids = picked === "all" ? await everyId(look, (found) => onFar("Finding", found)) : [...picked];
  const tagged = await tagPeople(ids, tags, (done) => onFar("Tagging", done));
  await refreshPeople(cache, tagged.people);
  const undo = () => untag(tagged).then(() => refreshPeople(cache, tagged.people));
  undoable({ words: told(tags, tagged.people.size, ids.length), undo });
}

/** "Tagged 9 of 12 people “Leipzig”": the others had it. */
function told({ add, remove }: Tags, changed: number, asked: number): string {
  const tags = [...add.map((tag) => `“${tag}”`), ...remove.map((tag) => `without “${tag}”`)].join(", ");
  const who = changed === asked ? people(asked) : `${number(changed)} of ${people(asked)}`;
  return `Tagged ${who} ${tags}.${changed === asked ? "" : " The others were already."}`;
}
