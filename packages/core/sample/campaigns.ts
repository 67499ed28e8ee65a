import type * as z from "zod";
import { derivedId } from "../id.ts";
import type { Rule } from "../rule/rule.schema.ts";
import type { Wordings } from "../template/template.schema.ts";

const DAY_MS = 86_400_000;

/** A campaign of the sample that ran long ago: what it was, and when its mails left. */
export interface Past {
  readonly campaignId: string;
  readonly name: string;
  readonly segmentId: string;
  readonly segment: string;
  readonly rule: Rule;
  /** Whose trade it was about; everybody's where there is none. */
  readonly trades?: readonly string[];
  readonly launchedAt: Date;
  readonly mails: readonly { readonly stepId: string; readonly templateId: string; readonly at: Date }[];
  readonly finishedAt: Date;
}

/** How sample campaigns, segments and templates are told from real ones. */
const MARK = "(sample)";

const CARE = ["Nursing", "Therapy", "Medicine"];

const STORIES = [
  { key: "care", name: "Letters from the wards", segment: "Care", trades: CARE, daysAgo: 301, apart: 14 },
  {
    key: "build",
    name: "What we build",
    segment: "Engineers",
    trades: ["Engineering"],
    daysAgo: 123,
    apart: 10,
  },
  { key: "house", name: "Open house", segment: "Everybody in touch", daysAgo: 11, apart: 7 },
] as const;

/** A weekday morning so many days ago. */
function morning(begunAt: Date, daysAgo: number): Date {
  const day = new Date(begunAt.getTime() - daysAgo * DAY_MS);
  const weekend = { 6: 1, 0: 2 }[day.getUTCDay()] ?? 0;
  day.setTime(day.getTime() - weekend * DAY_MS);
  day.setUTCHours(9, 30, 0, 0);
  return day;
}

/** The campaigns of the two years before, oldest first. */
export function past(begunAt: Date): Past[] {
  return STORIES.map(({ key, name, segment, daysAgo, apart, ...story }) => {
    const trades = "trades" in story ? story.trades : undefined;
    const mail = (which: string, ago: number) => ({
      stepId: which,
      templateId: derivedId("tpl", "sample", key, which),
      at: morning(begunAt, ago),
    });
    const second = mail("second", daysAgo - apart);
    return {
      campaignId: derivedId("cmp", "sample", key),
      name: `${name} ${MARK}`,
      segmentId: derivedId("seg", "sample", key),
      segment: `${segment} ${MARK}`,
      rule: ruleOf(trades),
      ...(trades ? { trades } : {}),
      launchedAt: new Date(morning(begunAt, daysAgo).getTime() - 3_600_000),
      mails: [mail("first", daysAgo), second],
      finishedAt: new Date(second.at.getTime() + 3_600_000),
    };
  });
}

const ruleOf = (trades: readonly string[] | undefined): Rule =>
  trades
    ? { kind: "set", fact: "interests", op: "any_of", values: [...trades] }
    : { kind: "set", fact: "permission", op: "any_of", values: ["granted"] };

/** Days between the two mails of each campaign, for its steps. */
export const apartOf = (campaignId: string): number =>
  STORIES.find(({ key }) => derivedId("cmp", "sample", key) === campaignId)?.apart ?? 7;

type Letter = Record<"first" | "second", readonly [en: string, de: string]>;

const SUBJECTS: Record<string, Letter> = {
  care: {
    first: ["How a night on our ward goes", "Wie eine Nacht bei uns auf Station läuft"],
    second: ["The rota our nurses wrote", "Der Dienstplan, den unsere Pflege schrieb"],
  },
  build: {
    first: ["What we built this year", "Was wir dieses Jahr gebaut haben"],
    second: ["How we review each other's work", "Wie wir einander Arbeit durchsehen"],
  },
  house: {
    first: ["Our open house: come and look", "Tag der offenen Tür: kommen Sie vorbei"],
    second: ["Before you come: who you will meet", "Bevor Sie kommen: wen Sie treffen"],
  },
};

const BODIES = {
  en: (subject: string) =>
    `Hello {{ first_name }},\n\n${subject}: we wrote it down for you.\n\n[Read on](https://www.example.org/stories)\n\nIf you have a question, simply answer this mail.`,
  de: (subject: string) =>
    `Guten Tag {{ name }},\n\n${subject}: wir haben es für Sie aufgeschrieben.\n\n[Weiterlesen](https://www.example.org/stories)\n\nWenn Sie eine Frage haben, antworten Sie einfach auf diese Mail.`,
};

/** The templates of those campaigns. */
export const letters = (): { templateId: string; name: string; wordings: z.output<typeof Wordings> }[] =>
  Object.entries(SUBJECTS).flatMap(([key, letter]) =>
    (["first", "second"] as const).map((which) => {
      const [en, de] = letter[which];
      return {
        templateId: derivedId("tpl", "sample", key, which),
        name: `${en} ${MARK}`,
        wordings: { en: { subject: en, body: BODIES.en(en) }, de: { subject: de, body: BODIES.de(de) } },
      };
    }),
  );
