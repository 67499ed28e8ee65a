import { Level } from "level";
import { gather } from "./gather.ts";

/** The local cloud's own durable state: one LevelDB, one JSON sublevel a service. A write survives `kill -9` once awaited. */
export type Store = Level<string, unknown>;

export async function openStore(path: string): Promise<Store> {
  const store = gather(new Level<string, unknown>(path, { valueEncoding: "json" }));
  await store.open();
  return store;
}

/** A service's own room in the store, typed by what it keeps there. */
export function room<T>(store: Store, name: string) {
  return store.sublevel<string, T>(name, { valueEncoding: "json" });
}

export type Room<T> = ReturnType<typeof room<T>>;
