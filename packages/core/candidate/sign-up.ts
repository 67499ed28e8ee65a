import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import type { Purpose } from "../consent/index.ts";
import * as Consent from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Form from "../form/index.ts";
import * as Gate from "../gate/index.ts";
import { Id, newId } from "../id.ts";
import * as Limit from "../limit/index.ts";
import { entities } from "../service.ts";
import * as Suppression from "../suppression/index.ts";
import { Line, Locale } from "../text.ts";
import * as Token from "../token/index.ts";
import { answersOf, askAgain, forgetAt, kept, today } from "./ask-again.ts";
import { INTEREST } from "./candidate.schema.ts";
import { EmailAddress, hashOf, mailboxOf } from "./email-address.ts";
import { load } from "./load.ts";

const MIN_SECONDS = 2;

/** What the sign-up form sends. Job news is what joining is; tracking is asked apart. */
export const SignUp = z.strictObject({
  formId: Id("frm"),
  name: Line(200),
  email: EmailAddress,
  interest: Line(INTEREST).optional(),
  locale: Locale,
  jobNews: z.literal(true, "Please tick this, so that we may write to you"),
  tracking: z.boolean(),
  /** Signed moment at which the form was shown. */
  stamp: z.string().max(600),
});

/**
 * Somebody asks to join. The answer is the same for known and unknown addresses; nothing about a known person changes before
 * she confirms, because whoever typed her address need not be her.
 * @throws Limited when there were too many from where this visitor asks
 */
export const signUp = fn(SignUp, async (input): Promise<void> => {
  const form = await Form.current(input.formId);
  if (!form) throw new AppError("blocked", "form.closed", "This form is not open yet");
  await signUpTo(form, input);
});

/** The same for who has read the form already, and has checked what was sent. */
export async function signUpTo(form: Form.Open, input: z.output<typeof SignUp>): Promise<void> {
  await checkStamp(input.stamp, form.formId);
  const purposes: Purpose[] = input.tracking ? ["job_news", "tracking"] : ["job_news"];
  const acting = Actor.use();
  if (acting.kind === "visitor" && acting.ip) await Limit.source(acting.ip);
  // The answer stays the same, so that nobody learns which addresses were asked for.
  if (!(await Limit.mailbox(mailboxOf(input.email)))) return;
  const addressHash = hashOf(input.email);
  await insist(async () => {
    const holder = await whose(addressHash);
    // Known or not, it is as many calls one after the other: how long the answer takes is not to tell.
    const [known, item] = holder ? await Promise.all([load(holder), kept(holder)]) : [];
    if (known && item) return askAgain(known, item, input, form, purposes);
    return create(input, form, { addressHash, gone: holder }, purposes);
  });
}

async function checkStamp(stamp: string, formId: string) {
  const refuse = (message: string) =>
    new AppError("invalid", "form.stamp", message, [{ field: "stamp", message }]);
  const { subject, issuedAt } = await Token.verify("form", stamp).catch(() => {
    throw refuse("This page was open for too long. Please send it once more.");
  });
  if (subject !== formId) throw refuse("This page belongs to another form. Please reload it.");
  if (Clock.ms() - issuedAt.getTime() < MIN_SECONDS * 1000)
    throw refuse("That was faster than a person types. Please send it once more.");
}

/** Who has this address, read strongly. */
export async function whose(addressHash: string): Promise<string | undefined> {
  const { data } = await entities.guard.get({ addressHash }).go({ consistent: true });
  return data?.candidateId;
}

interface Free {
  readonly addressHash: string;
  /** The table forgets item by item: a guard may outlive its person for a while. */
  readonly gone: string | undefined;
}

/** Writes a new, unconfirmed person. Refused when somebody else took the address meanwhile. */
async function create(
  input: z.output<typeof SignUp>,
  { organisation }: Form.Open,
  { addressHash, gone = "" }: Free,
  purposes: readonly Purpose[],
): Promise<void> {
  const [candidateId, addressId] = [newId("cnd"), newId("adr")];
  const { locale, formId } = input;
  const expiresAt = forgetAt();
  const suppressed = await Suppression.of(addressHash);
  const ledger = purposes.map((purpose) =>
    Consent.entry({ candidateId, purpose, state: "requested", method: "form", locale, organisation, formId }),
  );
  const pending = ledger.map(({ purpose, consentId }) => [purpose, Gate.permission("pending", consentId)]);
  await commit(({ candidate, address, guard, gate, consent, event }) => [
    guard
      .put({ addressHash, candidateId, addressId, expiresAt })
      .where((it, op) => `${op.notExists(it.candidateId)} OR ${op.eq(it.candidateId, gone)}`)
      .commit(),
    candidate
      .create({
        candidateId,
        name: input.name,
        locale,
        standing: "pending",
        source: `form:${formId}`,
        answers: answersOf(input),
        createdAt: Clock.iso(),
        asks: { day: today(), count: 1 },
        trace: Actor.trace(),
        expiresAt,
      })
      .commit(),
    address
      .create({ candidateId, addressId, raw: input.email, addressHash, primary: true, expiresAt })
      .commit(),
    gate
      .create({
        candidateId,
        permissions: Object.fromEntries(pending),
        ...(suppressed ? { suppressed } : {}),
        expiresAt,
      })
      .commit(),
    ...ledger.map((line) => consent.create(line).commit()),
    event
      .create(Consent.Events.Requested({ candidateId, purposes: [...purposes], known: false, locale }))
      .commit(),
  ]);
}
