import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { storage } from "../../../infra/storage.ts";
import { startStorage } from "../../../packages/local/storage/index.ts";
import { openStore } from "../../../packages/local/store.ts";
import type { table } from "./table.ts";

/** The SDK's client keeps the first address it hears, and files of one worker share it. */
let port = 0;

/** The real bucket for the tests of one file, on the clock of its table. */
export function bucket({ clock }: Pick<ReturnType<typeof table>, "clock">) {
  const open: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const path = await mkdtemp(join(tmpdir(), "perennial-bucket-"));
    const store = await openStore(join(path, "store"));
    const iso = () => new Date(clock.ms()).toISOString();
    const s3 = await startStorage({
      bucket: storage.bucket,
      path: join(path, "files"),
      store,
      clock: { ms: clock.ms, iso },
      port,
    });
    port = Number(new URL(s3.endpoint).port);
    Object.assign(process.env, { AWS_ENDPOINT_URL_S3: s3.endpoint, PERENNIAL_BUCKET: storage.bucket });
    open.push(
      s3.stop,
      () => store.close(),
      () => rm(path, { recursive: true }),
    );
  });
  afterAll(async () => {
    for (const close of open) await close();
  });
}
