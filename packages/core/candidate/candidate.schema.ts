import * as z from "zod";
import { Stage, Standing } from "../facts/facts.schema.ts";
import { Hundredths } from "../hundredths.ts";
import { Id } from "../id.ts";
import { Instant, Line, Locale } from "../text.ts";
import { EmailAddress } from "./email-address.ts";

export { Stage, Standing };
export const CandidateId = Id("cnd");
export const AddressId = Id("adr");

/** What the link of a mail brings; what it may do is in its signature. */
export const WithToken = z.strictObject({ token: z.string().max(2000) });

const Word = Line(80);
export const MOST_WORDS = 50;
/** Several short words or phrases, each once. */
export const Words = z.array(Word).max(MOST_WORDS);
/** A line each: the form takes one of hers as she words it. */
export const INTEREST = 200;
export const Interests = z.array(Line(INTEREST)).max(MOST_WORDS);

/** What keeps job news from her although she may have allowed it, and no switch of hers lifts. */
export const Stop = z.enum(["bounce", "complaint", "do_not_contact"]);
export type Stop = z.infer<typeof Stop>;

/** What she told us on a form, by field name. */
export const Answers = z.record(z.string().max(40), z.string().max(1000));

/** What may be known of somebody's work and place, one by one; each may be unknown. */
export const Details = {
  title: Line(120),
  company: Line(120),
  city: Line(120),
  experienceYears: Hundredths(0, 70),
  /** Open to a move from this day on. */
  openFrom: z.iso.date(),
  phone: Line(40),
  /** Public profile, e.g. on LinkedIn. */
  link: z.url({ protocol: /^https?$/ }).max(500),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, "Two capital letters, such as DE"),
  /** The recruiter who looks after her. */
  owner: z.string().min(1).max(120),
};

/** What is known of somebody's work and place. */
export const Profile = z.object({
  title: Details.title.exactOptional(),
  company: Details.company.exactOptional(),
  city: Details.city.exactOptional(),
  skills: Words.default([]),
  interests: Interests.default([]),
  experienceYears: Details.experienceYears.exactOptional(),
  openFrom: Details.openFrom.exactOptional(),
  phone: Details.phone.exactOptional(),
  link: Details.link.exactOptional(),
});

export const Info = Profile.extend({
  candidateId: CandidateId,
  name: Line(200),
  locale: Locale,
  stage: Stage.default("new"),
  tags: Words.default([]),
  owner: Details.owner.exactOptional(),
  /** Generated for looking around; removed with one act. */
  sample: z.literal(true).exactOptional(),
  country: z.string().length(2).exactOptional(),
  standing: Standing,
  source: z.string(),
  answers: Answers,
  createdAt: Instant,
  joinedAt: Instant.exactOptional(),
  leftAt: Instant.exactOptional(),
  revision: z.int(),
});
export type Info = z.infer<typeof Info>;

/** More than anybody has; and so many are erased in one transaction. */
export const MOST_ADDRESSES = 20;

export const Address = z.object({
  candidateId: CandidateId,
  addressId: AddressId,
  /** As typed, which is what gets mailed. */
  raw: EmailAddress,
  /** Keyed hash of the normalised address: finds its guard and its suppression. */
  addressHash: z.string(),
  primary: z.boolean(),
  confirmedAt: Instant.exactOptional(),
});
export type Address = z.infer<typeof Address>;
