import type { Info } from "./campaign.schema.ts";
import type { Foreseen } from "./foresee.ts";
import type { LaunchPage } from "./launch.view.ts";
import type { Blocker } from "./views.ts";

/** What should be known before a launch and does not stand in its way. Pure. */
export function warningsOf(
  { campaignId, entry }: Info,
  { audience, plan }: Pick<LaunchPage, "audience" | "plan">,
  foreseen: readonly Foreseen[],
): Blocker[] {
  const href = `/campaigns/${campaignId}/edit`;
  const about = (code: string, message: string, stepId?: string): Blocker => ({
    code,
    message,
    href,
    ...(stepId ? { stepId } : {}),
  });
  const nobody =
    entry.kind === "segment" && audience.enters === 0
      ? [about("audience.empty", "Nobody would enter this campaign now")]
      : [];
  // The one typical person who would join by a form is no count of people.
  const counted = entry.kind === "segment" ? plan.steps : [];
  const unknown = counted
    .filter((step) => (step.unknown ?? 0) > 0)
    .map(({ stepId, unknown }) =>
      about("branch.unknown", `For ${people(unknown)} the branch cannot tell`, stepId),
    );
  return [...nobody, ...unknown, ...held(foreseen).map((one) => about(one.code, one.message, one.stepId))];
}

const people = (count = 0) => (count === 1 ? "1 person" : `${count} people`);

/** Mails that would be held because a value is not known, by step. */
function held(foreseen: readonly Foreseen[]) {
  const all = foreseen.flatMap(({ way }) => way.filter(({ code }) => code === "held.missing_field"));
  return [...Map.groupBy(all, ({ stepId }) => stepId)].map(([stepId, some]) => {
    const fields = [...new Set(some.flatMap(({ inputs }) => inputs.fields as string[]))];
    const message = `The mail to ${people(some.length)} would be held: ${fields.join(", ")} not known`;
    return { code: "mail.held", message, stepId };
  });
}
