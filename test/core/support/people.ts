import { Actor } from "../../../packages/core/actor.ts";
import { Candidate, confirmToken, unsubscribeToken } from "../../../packages/core/candidate/index.ts";
import { COMMUNITY } from "../../../packages/core/form/index.ts";
import { newId } from "../../../packages/core/id.ts";
import { entities } from "../../../packages/core/service.ts";
import type { Role } from "../../../packages/core/team/index.ts";
import { Token } from "../../../packages/core/token/index.ts";
import { Workspace } from "../../../packages/core/workspace/index.ts";
import { acme } from "../../flows/support/organisation.ts";
import type { table } from "./table.ts";

type Here = ReturnType<typeof table>;

/** Runs as a colleague with this role, as the system, or as a visitor. */
export function as<R>(who: Role | "system" | "visitor", run: () => R): R {
  const trace = newId("trc");
  if (who === "visitor") return Actor.run({ kind: "visitor", trace }, run);
  if (who === "system") return Actor.run({ kind: "system", id: "test", trace }, run);
  const email = `${who}@acme.example`;
  return Actor.run({ kind: "recruiter", id: who, role: who, name: who, email, trace }, run);
}

/** The settings of an organisation that may begin. */
export const settings = { ...acme, languages: ["en" as const, "de" as const] };

/** Opens the workspace: settings saved, form and welcome campaign laid out. */
export const furnish = () => as("admin", () => Workspace.save({ ...settings, revision: 0 }));

interface Asking {
  readonly name?: string;
  readonly tracking?: boolean;
  readonly locale?: "en" | "de";
  readonly interest?: string;
}

/** Somebody sends the sign-up form, as slowly as a person does. */
export async function signUp(
  { clock }: Here,
  email: string,
  { name = "Ada", tracking = false, locale = "en", ...more }: Asking = {},
) {
  const stamp = await Token.sign("form", { subject: COMMUNITY });
  clock.forward(5000);
  const answers = { formId: COMMUNITY, name, email, locale, jobNews: true as const, tracking, ...more };
  return as("visitor", () => Candidate.signUp({ ...answers, stamp }));
}

/** The person who has this address. */
export async function whose(email: string): Promise<string> {
  const candidateId = await Candidate.whose(Candidate.hashOf(email));
  if (!candidateId) throw new Error(`Nobody has ${email}`);
  return candidateId;
}

/** Every request of hers to join, oldest first: each leads to one confirmation mail. */
export async function requests(candidateId: string): Promise<string[]> {
  const { data } = await entities.event.query.person({ candidateId }).go({ consistent: true });
  return data.filter(({ type }) => type === "consent.requested").map(({ eventId }) => eventId);
}

/** The token in her latest confirmation mail. */
export async function invited(
  candidateId: string,
  purposes: readonly ("job_news" | "tracking")[] = ["job_news"],
) {
  const latest = (await requests(candidateId)).at(-1);
  if (!latest) throw new Error("She never asked");
  return confirmToken(candidateId, latest, purposes);
}

/** Somebody signs up and confirms; answers her id. */
export async function member(here: Here, email: string, asking: Asking = {}): Promise<string> {
  await signUp(here, email, asking);
  const candidateId = await whose(email);
  const token = await invited(candidateId, asking.tracking ? ["job_news", "tracking"] : ["job_news"]);
  await as("visitor", () => Candidate.confirm({ token }));
  return candidateId;
}

/** She presses the button of her mail program. */
export async function leave(candidateId: string) {
  const token = await unsubscribeToken(candidateId, newId("msg"));
  return as("visitor", () => Candidate.unsubscribe({ token, method: "one_click" }));
}

/** Everything kept of her that decides something. */
export async function known(candidateId: string): Promise<Candidate.Known> {
  const found = await Candidate.load(candidateId);
  if (!found) throw new Error("Nothing is kept of her");
  return found;
}
