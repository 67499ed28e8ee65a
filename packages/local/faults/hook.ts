import type { Invocation } from "../meter/invocation.ts";

/** A request as the AWS SDK hands it to the network, and what comes back. */
export interface Request {
  readonly hostname: string;
  readonly port?: number;
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export interface Answer {
  readonly response: object;
}

/** Who makes functions and their calls go wrong. */
export interface Striker {
  call(by: Invocation, request: Request, make: () => Promise<Answer>): Promise<Answer>;
  run(by: Invocation, result: Promise<string>): Promise<string>;
}

let striker: Striker | undefined;

/** From now on everything that functions do goes through this striker; answers what ends it. */
export function strikeWith(next: Striker): () => void {
  striker = next;
  return () => {
    striker = undefined;
  };
}

/** A call of a function to AWS, as it is or struck. Outside of functions nothing is struck. */
export const callOf = (by: Invocation | undefined, request: Request, make: () => Promise<Answer>) =>
  striker && by ? striker.call(by, request, make) : make();

/** A run of a function, as it is or struck. */
export const runOf = (by: Invocation, result: Promise<string>): Promise<string> =>
  striker ? striker.run(by, result) : result;
