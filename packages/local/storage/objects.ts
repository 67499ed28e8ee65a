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

/** Objects on disk: a blob is written and flushed first, then named in the store, so a crash leaves no half object. */
export async function openObjects(path: string, store: Store, clock: Pick<MovableClock, "iso">) {
  const kept = room<Stored>(store, "storage");
  await mkdir(path, { recursive: true });
  await sweep();

  /** Removes blobs that a crash left without a name. */
  async function sweep() {
    const named = new Set((await kept.values().all()).map(({ blob }) => blob));
    const orphans = (await readdir(path)).filter((blob) => !named.has(blob));
    await Promise.all(orphans.map((blob) => rm(join(path, blob))));
  }
  async function put(key: string, data: Buffer, headers: Stored["headers"]): Promise<Stored> {
    if (Buffer.byteLength(key) > MAX_KEY_BYTES)
      throw new S3Error("KeyTooLongError", "Your key is too long", 400);
    const blob = randomUUID();
    const file = await open(join(path, blob), "wx");
    await file.writeFile(data);
    await file.sync();
    await file.close();
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
    find: (key: string) => kept.get(key),
    read: ({ blob }: Stored) => readFile(join(path, blob)),
    /** In order of key, from the first key after `after` that begins with `prefix`. */
    under: (prefix: string, after: string) =>
      kept.values(after >= prefix && after !== "" ? { gt: after } : { gte: prefix }),
  };
}

export type Objects = Awaited<ReturnType<typeof openObjects>>;
