import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import { Consent, type Purpose } from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Form } from "../form/index.ts";
import { Gate } from "../gate/index.ts";
import { Id, newId } from "../id.ts";
import { entities } from "../service.ts";
import { Suppression } from "../suppression/index.ts";
import { Line, Locale } from "../text.ts";
import { Token } from "../token/index.ts";
import { EmailAddress, hashOf } from "./email-address.ts";
import { type Known, load } from "./load.ts";

const MIN_SECONDS = 2;
const ASKS_A_DAY = 3;
const FORGET_AFTER_DAYS = 30;

/** What the sign-up form sends. Job news is what joining is; tracking is asked apart. */
export const SignUp = z.strictObject({
  formId: Id("frm"),
  name: Line(200),
  email: EmailAddress,
  interest: Line(200).optional(),
  locale: Locale,
  jobNews: z.literal(true, "Please tick this, so that we may write to you"),
  tracking: z.boolean(),
  /** Signed moment at which the form was shown. */
  stamp: z.string().max(600),
});

/**
 * Somebody asks to join. The answer is the same for known and unknown addresses; nothing about a known person changes before
 * she confirms, because whoever typed her address need not be her.
 */
export const signUp = fn(SignUp, async (input): Promise<void> => {
  const form = await Form.current(input.formId);
  if (!form) throw new AppError("blocked", "form.closed", "This form is not open yet");
  await checkStamp(input.stamp, input.formId);
  const purposes: Purpose[] = input.tracking ? ["job_news", "tracking"] : ["job_news"];
  const addressHash = hashOf(input.email);
  await insist(async () => {
    const holder = await whose(addressHash);
    const known = holder ? await load(holder) : undefined;
    if (known) return askAgain(known, purposes);
    return create(input, form, { addressHash, gone: holder }, purposes);
  });
});

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

const forgetAt = () => Math.floor(Clock.ms() / 1000) + FORGET_AFTER_DAYS * 86_400;

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
        answers: input.interest ? { interest: input.interest } : {},
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
    event.create(Consent.Events.Requested({ candidateId, purposes: [...purposes], known: false })).commit(),
  ]);
}

const today = () => Clock.iso().slice(0, 10);

/**
 * Somebody typed an address we know: she gets a mail, a few times a day at most, and nothing else happens. While she is unconfirmed
 * she is kept for as long as that mail may be answered.
 */
async function askAgain({ candidate: { candidateId }, address }: Known, purposes: readonly Purpose[]) {
  const { data } = await entities.candidate.get({ candidateId }).go({ consistent: true });
  if (!data) return;
  const asks = data.asks as { day: string; count: number } | undefined;
  const count = asks?.day === today() ? asks.count + 1 : 1;
  if (count > ASKS_A_DAY) return;
  const known = data.standing === "member";
  const longer = data.expiresAt === undefined ? undefined : { expiresAt: forgetAt() };
  const { addressId, addressHash } = address;
  await commit(({ candidate, gate, address: addresses, guard, event }) => [
    candidate
      .patch({ candidateId })
      .set({ asks: { day: today(), count }, revision: data.revision + 1, ...longer })
      .where((it, op) => op.eq(it.revision, data.revision))
      .commit(),
    ...(longer
      ? [
          gate.patch({ candidateId }).set(longer).commit(),
          addresses.patch({ candidateId, addressId }).set(longer).commit(),
          guard.patch({ addressHash }).set(longer).commit(),
        ]
      : []),
    event.create(Consent.Events.Requested({ candidateId, purposes: [...purposes], known })).commit(),
  ]);
}
