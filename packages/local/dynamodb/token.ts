import { below, type Disk, keys, type Op } from "./disk.ts";

/** A committed transaction that carried a ClientRequestToken. */
export interface Token {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Of the request without its token. */
  readonly hash: string;
  /** Read units that repeating it costs. */
  readonly units: number;
}

/** The tokens of the last ten minutes. They are written in their transaction's batch, so that they survive a restart. */
export interface Tokens {
  find(token: string): Token | undefined;
  /** What writes a token and deletes those that have run out. */
  ops(token: string, entry: Token): Op[];
  /** Called once the batch is on disk. */
  keep(token: string, entry: Token): void;
}

/** API_TransactWriteItems, ClientRequestToken. */
const VALID_MS = 600_000;

export async function openTokens(disk: Disk, clock: { ms(): number }): Promise<Tokens> {
  const rows = await disk.iterator(below(keys.token(""))).all();
  const read = rows.map(([key, json]): [string, Token] => [
    key.slice(keys.token("").length),
    JSON.parse(json),
  ]);
  const tokens = new Map(read.sort(([, a], [, b]) => a.at - b.at));
  const valid = ({ at }: Token) => at > clock.ms() - VALID_MS;

  function outdated() {
    const found: string[] = [];
    for (const [token, entry] of tokens) {
      if (valid(entry)) break;
      found.push(token);
    }
    return found;
  }
  return {
    find(token) {
      const entry = tokens.get(token);
      return entry !== undefined && valid(entry) ? entry : undefined;
    },
    ops: (token, entry) => [
      ...outdated().map((old): Op => ({ type: "del", key: keys.token(old) })),
      { type: "put", key: keys.token(token), value: JSON.stringify(entry) },
    ],
    keep(token, entry) {
      for (const old of outdated()) tokens.delete(old);
      tokens.delete(token);
      tokens.set(token, entry);
    },
  };
}
