import { getRequestListener } from "@hono/node-server";
import type { MovableClock } from "../clock/index.ts";
import { listen } from "../loopback.ts";
import type { Meter } from "../meter/index.ts";
import type { Service } from "../service.ts";
import type { Store } from "../store.ts";
import { type Expiry, openObjects } from "./objects.ts";
import { wire } from "./wire.ts";

export interface StorageOptions {
  /** `infra/storage.ts`. */
  readonly bucket: string;
  /** The directory that holds the objects' bytes. */
  readonly path: string;
  readonly store: Store;
  readonly clock: Pick<MovableClock, "ms" | "iso">;
  /** Web origins that may use presigned addresses, as the bucket's CORS rules would list them. */
  readonly origins?: readonly string[];
  readonly expiry?: readonly Expiry[];
  readonly meter?: Meter;
  /** 0, or absent, lets the system choose. */
  readonly port?: number;
}

export interface Storage extends Service {
  readonly endpoint: string;
  readonly buckets: readonly string[];
}

/** S3 on this machine: one bucket, path style. Presigned addresses expire by the movable clock. */
export async function startStorage(options: StorageOptions): Promise<Storage> {
  const { bucket, path, store, clock, origins = [], expiry = [], meter, port } = options;
  const objects = await openObjects(path, store, clock, expiry);
  const app = wire({ bucket, objects, clock, origins, ...(meter ? { meter } : {}) });
  const server = await listen(getRequestListener(app.fetch), port);
  return {
    endpoint: server.origin,
    buckets: [bucket],
    nextDue: async () => undefined,
    idle: async () => true,
    stop: server.close,
  };
}
