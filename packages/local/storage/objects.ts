import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { MovableClock } from "../clock/index.ts";
import { room, type Store } from "../store.ts";
import { S3Error } from "./error.ts";

/** What is known of an object; its bytes lie in the file `blob`, whose name says nothing of the key. */
export interface Stored {
  readonly key: string;
  readonly blob: string;
  readonly size: number;
  readonly etag: string;
  readonly lastModified: string;
  /** Headers given back as they came: content-type, content-disposition, cache-control, x-amz-meta-*. */
  readonly headers: Readonly<Record<string, string>>;
}

const MAX_KEY_BYTES = 1024;
const DAY_MS = 86_400_000;

/** Objects below a prefix that go by themselves, so many days after they were written. */
export interface Expiry {
  readonly prefix: string;
  readonly days: number;
}

/** Objects on disk: a blob is written and flushed first, then named in the store, so a crash leaves no half object. */
export async function openObjects(
  path: string,
  store: Store,
  clock: Pick<MovableClock, "iso" | "ms">,
  expiry: readonly Expiry[] = [],
) {
  const kept = room<Stored>(store, "storage");
  await mkdir(path, { recursive: true });
  const expired = (stored: Stored) => isExpired(stored, expiry, clock.ms());
  await sweep();

  /** Removes what has expired, and blobs that a crash left without a name. */
  async function sweep() {
    for (const stored of await kept.values().all()) if (expired(stored)) await kept.del(stored.key);
    const named = new Set((await kept.values().all()).map(({ blob }) => blob));
    const orphans = (await readdir(path)).filter((blob) => !named.has(blob));
    await Promise.all(orphans.map((blob) => rm(join(path, blob))));
  }
  async function put(key: string, data: Buffer, headers: Stored["headers"]): Promise<Stored> {
    if (Buffer.byteLength(key) > MAX_KEY_BYTES)
      throw new S3Error("KeyTooLongError", "Your key is too long", 400);
    const blob = await flushed(path, data);
    const etag = `"${createHash("md5").update(data).digest("hex")}"`;
    const stored = { key, blob, size: data.length, etag, lastModified: clock.iso(), headers };
    const before = await kept.get(key);
    await kept.put(key, stored);
    if (before !== undefined) await rm(join(path, before.blob), { force: true });
    return stored;
  }
  /** Deleting what is not there is no error, as in S3. */
  async function remove(key: string) {
    const stored = await kept.get(key);
    if (stored === undefined) return;
    await kept.del(key);
    await rm(join(path, stored.blob), { force: true });
  }
  return {
    put,
    remove,
    async find(key: string) {
      const stored = await kept.get(key);
      if (stored && expired(stored)) await remove(key);
      else return stored;
    },
    read: ({ blob }: Stored) => readFile(join(path, blob)),
    /** In order of key, from the first key after `after` that begins with `prefix`. */
    under: (prefix: string, after: string) =>
      kept.values(after >= prefix && after !== "" ? { gt: after } : { gte: prefix }),
  };
}

/** Writes bytes to a file of their own; they are on the disk when it answers its name. */
async function flushed(path: string, data: Buffer): Promise<string> {
  const blob = randomUUID();
  const file = await open(join(path, blob), "wx");
  await file.writeFile(data);
  await file.sync();
  await file.close();
  return blob;
}

const isExpired = ({ key, lastModified }: Stored, expiry: readonly Expiry[], now: number) =>
  expiry.some(({ prefix, days }) => key.startsWith(prefix) && Date.parse(lastModified) + days * DAY_MS < now);

export type Objects = Awaited<ReturnType<typeof openObjects>>;
