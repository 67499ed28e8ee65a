import { Actor } from "../actor.ts";
import * as Candidate from "../candidate/index.ts";
import type * as Consent from "../consent/index.ts";
import type * as Event from "../event/index.ts";
import * as Facts from "../facts/index.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import { entities } from "../service.ts";
import { type Dice, dice } from "./dice.ts";
import type { Persona } from "./persona.ts";

/** An item as it lies in the table, keys and all. */
export type Item = Readonly<Record<string, unknown>>;

/** What the sample is laid out from: the same beginning always makes the same people. */
export interface Beginning {
  readonly begunAt: Date;
  /** The colleague who asked for it: she looks after some of them. */
  readonly recruiterId: string;
  readonly controller: string;
}

type Profile = Candidate.Info;

/** Somebody on her way through the two years: what is known of her so far, and everything written down about it. */
export interface Life {
  readonly persona: Persona;
  readonly beginning: Beginning;
  readonly luck: Dice;
  profile: Profile;
  gate: Gate.Info;
  readonly items: Item[];
}

export const traceOf = ({ n }: Persona): string => derivedId("trc", "sample", n);

export function born(persona: Persona, beginning: Beginning): Life {
  const { candidateId, name, locale, country, city, title, company, skills, openFrom, link } = persona;
  return {
    persona,
    beginning,
    luck: dice("life", persona.n),
    items: [],
    gate: {
      candidateId,
      permissions: {},
      doNotContact: false,
      sample: true,
      erased: false,
      country,
      claims: [],
      marks: [],
      revision: 0,
    },
    profile: {
      candidateId,
      name,
      locale,
      country,
      city,
      title,
      company,
      skills: [...skills],
      interests: [persona.trade],
      experienceYears: persona.experienceYears,
      ...(openFrom ? { openFrom } : {}),
      ...(link ? { link } : {}),
      tags: [],
      stage: "new",
      standing: "sourced",
      source: "",
      answers: {},
      sample: true,
      createdAt: persona.arrivedAt.toISOString(),
      revision: 0,
    },
  };
}

/** Writes an item down. Its mark keeps it from the bus: nobody has to act on what only seems to have happened. */
export function note({ items }: Life, params: unknown): void {
  items.push({ ...(params as { Item: Item }).Item, sample: true });
}

/** What happened to be done by somebody: herself, a colleague, or our own machinery. */
export type Doer = "candidate" | "recruiter" | "system";

interface Happened {
  readonly at: Date;
  readonly by: Doer;
  /** What makes it this one among others of its type. */
  readonly what: string;
}

/** An entry of the log, drafted as by who did it. */
export function tell(
  life: Life,
  { at, by, what }: Happened,
  draft: (cause: { eventId: string; at: string }) => Event.Draft,
) {
  const cause = { eventId: derivedId("evt", "sample", life.persona.n, what), at: at.toISOString() };
  note(life, entities.event.put(acting(life, by, () => draft(cause))).params());
}

function acting<R>({ persona, beginning }: Life, by: Doer, run: () => R): R {
  const trace = traceOf(persona);
  if (by === "candidate") return Actor.candidate({ candidateId: persona.candidateId, trace }, run);
  if (by === "system") return Actor.run({ kind: "system", id: "sample", trace }, run);
  const { recruiterId: id } = beginning;
  return Actor.run({ kind: "recruiter", id, role: "recruiter", name: id, email: "", trace }, run);
}

type Line = Pick<Consent.Info, "purpose" | "state" | "method"> &
  Partial<Pick<Consent.Info, "ground" | "source" | "givenOn" | "place" | "until">>;

/** A line of the ledger. Answers its id. */
export function ledger(life: Life, at: Date, line: Line): string {
  const { persona, beginning } = life;
  const consentId = derivedId("con", "sample", persona.n, line.purpose, line.state, at.getTime());
  const { candidateId, locale } = persona;
  const words = { wording: "sample", wordingHash: "0".repeat(64), controller: beginning.controller };
  note(
    life,
    entities.consent
      .put({ ...line, ...words, consentId, candidateId, locale, at: at.toISOString() })
      .params(),
  );
  return consentId;
}

/** A mark on her season line. */
export function mark(life: Life, kind: Gate.Mark["kind"], at: Date): void {
  life.gate = { ...life.gate, marks: Gate.withMark(life.gate.marks, kind, at) };
}

/** Her address is not written to any more, by whatever name it comes back. */
export function suppress(life: Life, reason: NonNullable<Gate.Info["suppressed"]>, at: Date): void {
  life.gate = { ...life.gate, suppressed: reason };
  const { email } = life.persona;
  if (!email) return;
  const addressHash = Candidate.hashOf(email);
  note(life, entities.suppression.put({ addressHash, reason, at: at.toISOString() }).params());
}

/** The end of what there is to write: profile with its roster reading, gate, address, guards. */
export function closed(life: Life): readonly Item[] {
  const { persona, profile, gate } = life;
  const { candidateId, email, link } = persona;
  const listing = Facts.listing(profile, gate, email !== undefined);
  note(life, entities.candidate.put({ ...profile, ...listing, trace: traceOf(persona) }).params());
  note(life, entities.gate.put(gate).params());
  if (email) {
    const addressId = derivedId("adr", "sample", persona.n);
    const addressHash = Candidate.hashOf(email);
    const confirmed = profile.joinedAt ? { confirmedAt: profile.joinedAt } : {};
    const address = { candidateId, addressId, raw: email, addressHash, primary: true, ...confirmed };
    note(life, entities.address.put(address).params());
    note(life, entities.guard.put({ addressHash, candidateId, addressId }).params());
  }
  if (link)
    note(
      life,
      entities.guard
        .put({ addressHash: Candidate.hashOfLink(link), candidateId, addressId: "link" })
        .params(),
    );
  return life.items;
}
