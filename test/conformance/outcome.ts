/** What became of a call, in facts that two clouds can agree on: never the words of a message, never an id. */
export type Outcome = unknown;

/** The facts of an answer, or how it was refused. */
export async function outcome<T>(call: Promise<T>, facts: (answer: T) => Outcome = () => "done") {
  const answer = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  return "value" in answer ? facts(answer.value) : refusal(answer.error);
}

interface Refusal {
  readonly name?: string;
  readonly Item?: object;
  readonly CancellationReasons?: readonly { readonly Code?: string; readonly Item?: object }[];
}

function refusal(error: unknown): Outcome {
  const { name, Item, CancellationReasons } = error as Refusal;
  return {
    refused: name,
    ...(Item && { item: Item }),
    ...(CancellationReasons && {
      reasons: CancellationReasons.map(({ Code, Item: held }) => (held ? { code: Code, item: held } : Code)),
    }),
  };
}

export const refused = (name: string): Outcome => ({ refused: name });
