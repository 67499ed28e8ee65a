import type { Adapter, AdapterPayload } from "oidc-provider";
import { room, type Store } from "../store.ts";

interface Kept {
  readonly payload: AdapterPayload;
  /** Epoch milliseconds of the real clock: sessions and tokens are not part of what the movable clock moves. */
  readonly expiresAt?: number;
}

/** Keeps the provider's sessions, grants, codes and refresh tokens in the store, so a restart signs nobody out. */
export async function createAdapter(store: Store) {
  const kept = room<Kept>(store, "auth");
  for await (const [key, { expiresAt }] of kept.iterator()) if (gone(expiresAt)) await kept.del(key);

  async function find(key: string) {
    const found = await kept.get(key);
    return found === undefined || gone(found.expiresAt) ? undefined : found;
  }
  /** Nobody has many of these on one machine: a walk is simpler than an index that must be kept true. */
  async function where(model: string, test: (payload: AdapterPayload) => boolean) {
    const all = await kept.iterator({ gte: `${model}/`, lt: `${model}0` }).all();
    return all.filter(([, { payload, expiresAt }]) => !gone(expiresAt) && test(payload));
  }
  return (model: string): Adapter => {
    const keyOf = (id: string) => `${model}/${id}`;
    const first = async (test: (payload: AdapterPayload) => boolean) =>
      (await where(model, test))[0]?.[1].payload;
    return {
      upsert: (id, payload, expiresIn) => kept.put(keyOf(id), { payload, ...expiry(expiresIn) }),
      find: async (id) => (await find(keyOf(id)))?.payload,
      findByUid: (uid) => first((payload) => payload.uid === uid),
      findByUserCode: (userCode) => first((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const found = await find(keyOf(id));
        const consumed = Math.floor(Date.now() / 1000);
        if (found) await kept.put(keyOf(id), { ...found, payload: { ...found.payload, consumed } });
      },
      destroy: (id) => kept.del(keyOf(id)),
      revokeByGrantId: async (grantId) => {
        const found = await where(model, (payload) => payload.grantId === grantId);
        await kept.batch(found.map(([key]) => ({ type: "del", key })));
      },
    };
  };
}

const expiry = (seconds: number | undefined) =>
  seconds === undefined ? {} : { expiresAt: Date.now() + seconds * 1000 };
const gone = (expiresAt: number | undefined) => expiresAt !== undefined && expiresAt < Date.now();
