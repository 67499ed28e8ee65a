import { LambdaError } from "../lambda/error.ts";
import type { Invocation } from "../meter/invocation.ts";

/** One run of a function, until it ends before its time. */
export interface Life {
  readonly dead: boolean;
  /** Rejects when it ends before its time. */
  readonly ended: Promise<never>;
  /** Ends it; answers what its caller is told. */
  end(failure: LambdaError): LambdaError;
}

export const killed = () => new LambdaError("Runtime.ExitError", "RequestId: the function was killed");
export const timedOut = () => new LambdaError("Sandbox.Timedout", "Task timed out");

/** The lives of functions that run. */
export function openLives() {
  const lives = new WeakMap<Invocation, Life>();
  return (by: Invocation): Life => {
    const life = lives.get(by) ?? begin();
    lives.set(by, life);
    return life;
  };
}

function begin(): Life {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  let dead = false;
  return {
    get dead() {
      return dead;
    },
    ended: promise,
    end(failure) {
      dead = true;
      reject(failure);
      return failure;
    },
  };
}
