import type { Difference } from "./run.ts";

const WIDEST = 160;
const brief = (outcome: unknown) => {
  const text = JSON.stringify(outcome) ?? "nothing";
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}...` : text;
};

/** One paragraph for a difference. @param mark says whether docs/fidelity.md knows it */
export const paragraph = ({ name, source, aws, answered }: Difference, who: string, mark: string) =>
  [
    `${mark} ${name}`,
    `    AWS       ${brief(aws)}   (${source})`,
    `    ${who.padEnd(9)} ${brief(answered)}`,
  ].join("\n");
