import { Clock } from "../clock.ts";
import * as Gate from "../gate/index.ts";
import type { MayWrite } from "./views.ts";

/** May we send her job news: the gate's judgement, by the organisation's terms, in the words of the Person page. */
export function mayWrite(gate: Gate.Info | undefined, terms?: Gate.Terms): MayWrite {
  const now = Clock.now();
  const tracking = gate !== undefined && Gate.tracked(gate, now);
  if (!gate || gate.erased) return { answer: "no", code: "erasure", tracking: false };
  const permission = gate.permissions.job_news;
  const since = permission ? { since: permission.at } : {};
  const verdict = Gate.judge(gate, "nurture", now, terms);
  // Of a generated person the page says what it would say of a real one.
  if (verdict.ok || verdict.code === "sample") {
    const until = permission?.until ? { until: permission.until } : {};
    return { answer: "yes", code: "granted", tracking, ...since, ...until };
  }
  if (verdict.code === "suppressed")
    return { answer: "no", code: gate.suppressed ?? "none", tracking, ...since };
  if (verdict.code === "do_not_contact") return { answer: "no", code: "do_not_contact", tracking };
  if (verdict.code === "needs_consent" || verdict.code === "missing_source")
    return { answer: "no", code: verdict.code, tracking, ...since };
  if (permission?.state === "pending") return { answer: "pending", code: "requested", tracking, ...since };
  const code = permission?.state === "granted" ? "expired" : (permission?.state ?? "none");
  return { answer: "no", code, tracking, ...since };
}
