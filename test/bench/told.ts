import { written } from "./figure.ts";
import { FIGURES } from "./figures.ts";
import type { Kept } from "./kept.ts";
import type { Outcome, Parts } from "./sample.ts";

/** `12.0 ms of CPU each`: few digits for few, none for many. */
export const partsTold = (parts: Parts): string[] =>
  Object.entries(parts).map(([words, value]) => {
    const digits = value >= 100 ? 0 : value >= 1 ? 1 : 4;
    return `${value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${words}`;
  });

const INDENT = " ".repeat(31);

/** One figure for people. */
export function told({ name, key, value, unit, parts, details }: Outcome): string {
  const { words, other, limit } = FIGURES[name];
  const beside = other ? ` (a comparable server: ${otherTold(other)})` : "";
  const more = details === undefined ? partsTold(parts) : [];
  return [
    `${key.padEnd(15)} ${written(value, unit).padStart(10)} ${unit.padEnd(3)}  ${words}${beside}`,
    INDENT + limit,
    ...(more.length > 0 ? [INDENT + more.join(", ")] : []),
    ...(details === undefined ? [] : ["", details, ""]),
  ].join("\n");
}

/** `184-192`. */
export const otherTold = ([from, to]: readonly [number, number]): string =>
  (from === to ? [from] : [from, to]).map((value) => value.toLocaleString("en-US")).join("-");

/** The machine in one line, and how fast one core of it is. */
export const machineTold = ({ machine, node, calibration }: Pick<Kept, "machine" | "node" | "calibration">) =>
  `${machine.cores} cores (${machine.cpu}), ${machine.platform}, Node ${node}; one core: ${written(calibration, "1/s")} SHA-256 hashes a second`;
