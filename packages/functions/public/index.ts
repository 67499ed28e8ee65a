import { http } from "../adapter/http.ts";
import { fail, refuse } from "./refuse.ts";
import { routes } from "./routes.ts";

/** Candidate pages. Whoever asks is a visitor: what she may do is in the token of the address. */
export const handler = http({
  routes,
  limit: 64 * 1024,
  actor: ({ ip }) => ({ kind: "visitor", ip }),
  refuse,
  fail,
});
