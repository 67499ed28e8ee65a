import { parseArgs } from "node:util";
import { FIGURES, NAMES, type Name, USUAL_NAMES } from "./figures.ts";

/** What a run of the harness was asked for. */
export interface Asked {
  readonly names: readonly Name[];
  /** Another size of the pool, where a figure has one. */
  readonly people?: number;
  /** Of how many measurements the medians are. */
  readonly rounds: number;
  readonly json: boolean;
  /** Writes the results down, and the picture and the page that show them. */
  readonly keep: boolean;
  readonly help: boolean;
}

export const ROUNDS = 3;

/** A campaign has no size of its own: without `--people` it goes to who signed up and was imported. */
const sized = (name: Name) => name === "campaign" || FIGURES[name].people !== undefined;

const isName = (name: string): name is Name => (NAMES as readonly string[]).includes(name);

function whole(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${option} takes a whole number above 0, not ${text}`);
  return number;
}

/** Reads the command line; an error says in one sentence what is wrong with it. */
export function askedOf(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      people: { type: "string" },
      rounds: { type: "string" },
      json: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !isName(name));
  if (unknown !== undefined) throw new Error(`There is no figure ${unknown}: ${NAMES.join(", ")}`);
  const names = positionals.length > 0 ? [...new Set(positionals.filter(isName))] : USUAL_NAMES;
  const { json, keep, help } = values;
  const people = whole("people", values.people);
  const fixed = people === undefined ? undefined : names.find((name) => !sized(name));
  if (fixed !== undefined)
    throw new Error(
      `--people is for ${NAMES.filter(sized).join(", ")}; ${fixed} is always measured with the same`,
    );
  const rounds = whole("rounds", values.rounds);
  if (keep && rounds !== undefined)
    throw new Error(`What is kept are medians of ${ROUNDS}: leave --rounds away`);
  return {
    ...{ names, json, keep, help, rounds: rounds ?? ROUNDS },
    ...(people === undefined ? {} : { people }),
  };
}
