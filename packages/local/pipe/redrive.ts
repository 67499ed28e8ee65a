import type { StreamRecord } from "../dynamodb/index.ts";
import type { State } from "./state.ts";

type Attempt = (batch: readonly StreamRecord[]) => Promise<void>;

/** Tries one dead letter again, or all; answers how many went through. The others stay. */
export async function redrive(state: State, attempt: Attempt, id?: string): Promise<number> {
  const letters = (await state.dead()).filter((letter) => id === undefined || letter.id === id);
  let through = 0;
  for (const letter of letters) {
    const sent = await attempt([letter.record]).then(
      () => true,
      () => false,
    );
    if (!sent) continue;
    await state.forget(letter.id);
    through += 1;
  }
  return through;
}
