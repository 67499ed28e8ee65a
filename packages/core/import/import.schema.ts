import * as z from "zod";
import { Words } from "../candidate/candidate.schema.ts";
import { Id } from "../id.ts";
import { Line } from "../text.ts";

export const ImportId = Id("imp");

/** What a column of the file is. */
export const Target = z.enum([
  "ignore",
  "name",
  "firstName",
  "lastName",
  "email",
  "secondEmail",
  "phone",
  "link",
  "title",
  "company",
  "city",
  "country",
  "language",
  "skills",
  "interests",
  "tags",
  "experienceYears",
  "openFrom",
  "ground",
  "source",
  "consentOn",
  "consentPlace",
]);
export type Target = z.infer<typeof Target>;

/** Several columns may hold words of one kind; anything else stands once. */
export const REPEATABLE: ReadonlySet<Target> = new Set(["ignore", "skills", "interests", "tags"]);

/** On what ground the people of the file may be written to: one for all, or `column` by row. */
export const GroundChoice = z.strictObject({
  by: z.enum(["none", "consent", "legitimate_interest", "column"]),
  /** Where we got the data, for people who did not give it to us (GDPR art. 14(2)(f)). A column goes first. */
  source: Line(200).exactOptional(),
  /** When and where consent was given; a column goes first. */
  consentOn: z.iso.date().exactOptional(),
  consentPlace: Line(200).exactOptional(),
});
export type GroundChoice = z.infer<typeof GroundChoice>;

/** What becomes of the file. */
export const Mapping = z.strictObject({
  /** One target a column, in the order of the file. */
  columns: z.array(Target).min(1).max(200),
  ground: GroundChoice.default({ by: "none" }),
  /** Put on everybody in the file. */
  tags: Words.default([]),
});
export type Mapping = z.infer<typeof Mapping>;

export const State = z.enum(["draft", "running", "finished", "failed"]);
export type State = z.infer<typeof State>;

/** What became of the rows; each row stands in one. */
export const Counts = z.object({
  new: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** How often something is to be said of rows, and the first rows it is about. */
export const Said = z.object({ code: z.string(), count: z.int(), rows: z.array(z.int()) });
export type Said = z.infer<typeof Said>;

/** How the file is written: found by reading it. */
export const Dialect = z.object({
  encoding: z.string(),
  delimiter: z.enum([",", ";", "\t", "|"]),
  /** Which record names the columns, from 0; -1 where none does. */
  header: z.int().min(-1),
});
export type Dialect = z.infer<typeof Dialect>;

export const Info = z.object({
  importId: ImportId,
  fileName: z.string(),
  bytes: z.int(),
  state: State,
  by: z.object({ id: z.string(), name: z.string() }),
  mapping: Mapping.exactOptional(),
  /** Names of the file's columns, and how it is written. */
  columns: z.array(z.string()).exactOptional(),
  dialect: Dialect.exactOptional(),
  /** Rows to read and parts they are read in; known once it runs. */
  rows: z.int().exactOptional(),
  parts: z.int().exactOptional(),
  /** Executions of the workflow begun for it. */
  attempt: z.int(),
  failure: z.string().exactOptional(),
  counts: Counts.exactOptional(),
  notes: z.array(Said).exactOptional(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().exactOptional(),
  finishedAt: z.iso.datetime().exactOptional(),
  blanked: z.int().default(0),
  revision: z.int(),
});
export type Info = z.infer<typeof Info>;

/** Bytes of the largest file. */
export const LARGEST = 50 * 1024 * 1024;
