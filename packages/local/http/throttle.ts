import type { Route } from "../../../infra/http.ts";
import { Refusal } from "./refusal.ts";

/** Seconds. */
const RETRY_AFTER = "1";

/**
 * As many requests of a route at once as its burst: "the target maximum number of concurrent request submissions that API Gateway will
 * fulfill" (API Gateway guide, "Throttling requests to your HTTP API"). The next is refused, instead of waiting with all others until its
 * function runs out of time. How many a second is left to the machine.
 */
export function createThrottle() {
  const open = new Map<string, number>();
  const change = (route: string, by: number) => open.set(route, (open.get(route) ?? 0) + by);
  return async <T>({ route, throttle }: Route, run: () => Promise<T>): Promise<T> => {
    if ((open.get(route) ?? 0) >= throttle.burst)
      throw new Refusal(429, "Too Many Requests", { "retry-after": RETRY_AFTER });
    change(route, 1);
    try {
      return await run();
    } finally {
      change(route, -1);
    }
  };
}
