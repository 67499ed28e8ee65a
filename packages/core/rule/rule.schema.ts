import * as z from "zod";
import { Hundredths } from "../hundredths.ts";
import { excesses } from "./bounds.ts";

/** Facts that hold one text. */
export const TextFact = z.enum(["name", "title", "company", "city"]);
/** Facts that hold one of a set, or several. */
export const SetFact = z.enum([
  "tags",
  "skills",
  "interests",
  "country",
  "city",
  "stage",
  "standing",
  "source",
  "owner",
  "locale",
  "permission",
]);
export const NumberFact = z.enum(["experienceYears"]);
export const DateFact = z.enum(["createdAt", "joinedAt", "openFrom", "permissionUntil"]);
/** What happened between her and us; kept at her gate and, for the mails of one campaign, on her enrolment. */
export const Happening = z.enum(["mailed", "clicked", "replied", "contacted"]);
export type Happening = z.infer<typeof Happening>;

const Word = z.string().trim().min(1, "Must not be empty").max(200);
const Days = z.int().min(1).max(3650);
const Amount = Hundredths(-1e6, 1e6);
const Operator = z.literal(["is", "contains", "starts_with"]);

const Text = z.strictObject({ kind: z.literal("text"), fact: TextFact, op: Operator, value: Word });
const OneOf = z.strictObject({
  kind: z.literal("set"),
  fact: SetFact,
  op: z.enum(["any_of", "all_of", "none_of"]),
  values: z.array(Word).min(1, "Choose at least one").max(50),
});
const Count = z
  .strictObject({
    kind: z.literal("number"),
    fact: NumberFact,
    op: z.enum(["at_least", "at_most", "between"]),
    value: Amount,
    /** Upper end of `between`. */
    to: Amount.exactOptional(),
  })
  .refine(({ op, value, to }) => op !== "between" || (to !== undefined && to >= value), {
    path: ["to"],
    error: "Say up to how many, at least as many as the first number",
  });
/** Dates relative to now in days, both ends included, or against a day, which itself is neither before nor after. */
const When = z
  .strictObject({
    kind: z.literal("date"),
    fact: DateFact,
    op: z.enum(["within_last", "not_within_last", "within_next", "before", "after"]),
    days: Days.exactOptional(),
    day: z.iso.date().exactOptional(),
  })
  .refine(({ op, day }) => (op !== "before" && op !== "after") || day !== undefined, {
    path: ["day"],
    error: "Say which day",
  })
  .refine(({ op, days }) => op === "before" || op === "after" || days !== undefined, {
    path: ["days"],
    error: "Say how many days",
  });
/** "has": in the last `days`, or ever. With `stepId`: that mail of the campaign she is in; only there it means something. */
const Happened = z.strictObject({
  kind: z.literal("happened"),
  what: Happening,
  days: Days.exactOptional(),
  stepId: z.string().max(20).exactOptional(),
});
const Known = z.strictObject({
  kind: z.literal("known"),
  fact: z.union([TextFact, SetFact, NumberFact, DateFact]),
});

export const Condition = z.discriminatedUnion("kind", [Text, OneOf, Count, When, Happened, Known]);
export type Condition = z.infer<typeof Condition>;

export type Rule =
  | Condition
  | { readonly kind: "all" | "any"; readonly rules: readonly Rule[] }
  | { readonly kind: "not"; readonly rule: Rule };

const Node: z.ZodType<Rule, Rule> = z
  .lazy(() =>
    z.union([
      Condition,
      z.strictObject({ kind: z.enum(["all", "any"]), rules: z.array(Node).max(30) }),
      z.strictObject({ kind: z.literal("not"), rule: Node }),
    ]),
  )
  .meta({ id: "Rule" });

/**
 * What must hold of a person. Three-valued: what is not known of her is neither true nor false. An empty `all` is everybody, an
 * empty `any` nobody. At most 5 groups in each other and 100 conditions: looked at before anything else, so that what is nested
 * without end is refused and not read.
 */
export const Rule = z.preprocess((given, context) => {
  for (const message of excesses(given)) context.addIssue({ code: "custom", message, input: given });
  return given;
}, Node) as z.ZodType<Rule, Rule>;

/** Whether a rule holds: yes, no, or not known. */
export type Truth = boolean | undefined;
