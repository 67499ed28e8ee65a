import { createHash } from "node:crypto";
import { Clock } from "../clock.ts";
import * as Facts from "../facts/index.ts";
import * as Organisation from "../organisation/index.ts";
import * as Rule from "../rule/index.ts";
import { all } from "./read.ts";

/** One line of the rule's topmost group. */
interface Line {
  readonly holds: Rule.Predicate;
  readonly needsGate: boolean;
}

interface Other {
  readonly segmentId: string;
  readonly name: string;
  readonly holds: Rule.Predicate;
}

/** A rule made ready to be asked about people. */
export interface Question {
  readonly now: Date;
  readonly policy: Organisation.Policy;
  readonly lines: readonly Line[];
  /** The truth of one line that decides the whole: false in `all`, true in `any`. */
  readonly deciding: boolean;
  /** The shard that speaks for all until everybody was asked: always the same for the same rule. */
  readonly shard: string;
  /** Which people of the sample. */
  readonly pick: string;
  readonly others: readonly Other[];
  /** The last day of each of the last 12 months, oldest first. */
  readonly months: readonly string[];
}

interface Asked {
  readonly rule: Rule.Info;
  readonly sample: number;
  /** The segment that is asked about, which is not compared with itself. */
  readonly segmentId?: string | undefined;
  readonly exact: boolean;
}

export async function questionOf({ rule, sample, segmentId, exact }: Asked): Promise<Question> {
  const now = Clock.now();
  const [policy, segments] = await Promise.all([Organisation.policy(), exact ? all() : []]);
  const lines = "rules" in rule ? rule.rules : [rule];
  return {
    now,
    policy,
    lines: lines.map((line) => ({ holds: Rule.compile(line), needsGate: Rule.needsHappenings(line) })),
    deciding: rule.kind === "any",
    shard: Facts.shardOf(createHash("sha256").update(JSON.stringify(rule)).digest("hex")),
    pick: String(sample),
    months: monthsUntil(now),
    // What others ask of gates would cost a read for each person: they are left out.
    others: segments
      .filter((other) => other.segmentId !== segmentId && !Rule.needsHappenings(other.rule))
      .slice(-OTHERS)
      .map((other) => ({ ...other, holds: Rule.compile(other.rule) })),
  };
}

/** Each is asked of everybody who matches: the newest are compared. */
const OTHERS = 12;
const MONTHS = 12;

function monthsUntil(now: Date): string[] {
  const end = (back: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1 - back, 0));
  return Array.from({ length: MONTHS }, (_, index) =>
    end(MONTHS - 1 - index)
      .toISOString()
      .slice(0, 10),
  );
}
