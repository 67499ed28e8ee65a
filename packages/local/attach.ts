import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { table } from "../../infra/table.ts";
import { openClock } from "./clock/index.ts";
import { startDynamoDb } from "./dynamodb/index.ts";
import { openStore, type Store } from "./store.ts";

/** The table of a data directory, for a program that works beside the product. */
export interface Attached {
  readonly endpoint: string;
  /** Epoch milliseconds of the movable clock. */
  readonly ms: () => number;
  close(): Promise<void>;
}

interface Addresses {
  readonly table: string;
  readonly console: string;
}

const fileOf = (data: string) => join(data, "addresses.json");

/** Whoever runs the product on a directory says in it where its table and its console answer. */
export const tellAddresses = (data: string, addresses: Addresses): Promise<void> =>
  writeFile(fileOf(data), JSON.stringify(addresses));

/**
 * Opens the table of a data directory; where the product runs on it, goes to the table that runs.
 * @throws where there is no data, and when nobody answers who has it
 */
export async function attach(data: string): Promise<Attached> {
  await access(join(data, "table")).catch(() => {
    throw new Error(`There is no data of Perennial in ${data}.`);
  });
  const store = await openStore(join(data, "cloud")).catch((error: Error & { cause?: { code?: string } }) => {
    if (error.cause?.code === "LEVEL_LOCKED") return undefined;
    throw error;
  });
  return store ? alone(data, store) : running(data);
}

async function alone(data: string, store: Store): Promise<Attached> {
  const clock = await openClock(store);
  const journal = { note: () => undefined };
  const { endpoint, stop } = await startDynamoDb({ path: join(data, "table"), table, clock, journal });
  const close = async () => {
    await stop();
    await store.close();
  };
  return { endpoint, ms: clock.ms, close };
}

async function running(data: string): Promise<Attached> {
  const addresses = JSON.parse(await readFile(fileOf(data), "utf8")) as Addresses;
  const { now } = (await (await fetch(`${addresses.console}/api/clock`)).json()) as { now: number };
  const ahead = now - Date.now();
  return { endpoint: addresses.table, ms: () => Date.now() + ahead, close: async () => undefined };
}
