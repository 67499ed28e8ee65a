import type { Parts } from "./sample.ts";

const PEOPLE = 1_000_000;
const DAYS = 90;
const DAYS_A_MONTH = 30;

const dollars = (amount: number, digits = 2) =>
  `$${amount.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
const whole = (count: number) => Math.round(count).toLocaleString("en-US");

/** One million people, six mails in ninety days, by what one mail and one person were measured to cost: the arithmetic, line by line. */
export function atScale(parts: Parts): string[] {
  const of = (word: string) => parts[word] ?? 0;
  const ses = of("$ of SES for 1,000 mails");
  const more = of("$ of all else for 1,000 mails");
  const coming = of("$ for 1,000 who come and go");
  const month = of("$ a month before anybody is there");
  const day = of("$ a day of a campaign");
  const mails = PEOPLE * of("mails each");
  const lines = [
    [
      `${whole(mails)} mails (${of("mails each").toFixed(3)} each) x ${dollars(ses, 5)} / 1,000, SES's fee`,
      (mails * ses) / 1000,
    ],
    [`the same x ${dollars(more, 5)} / 1,000, everything else of a mail`, (mails * more) / 1000],
    [`${whole(PEOPLE)} people x ${dollars(coming, 5)} / 1,000, coming and going`, (PEOPLE * coming) / 1000],
    [`${DAYS} days x ${dollars(day, 5)}, the campaign's daily looks`, DAYS * day],
    [`${DAYS / DAYS_A_MONTH} months x ${dollars(month)}, the fixed part`, (DAYS / DAYS_A_MONTH) * month],
  ] as const;
  const sum = lines.reduce((all, [, amount]) => all + amount, 0);
  return [
    ...lines.map(([words, amount]) => `- ${words} = ${dollars(amount)}`),
    `- together **${dollars(sum)}**, ${dollars((sum / PEOPLE) * 1000)} for 1,000 people`,
  ];
}
