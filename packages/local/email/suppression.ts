import type { MovableClock } from "../clock/index.ts";
import { room, type Store } from "../store.ts";
import { badRequest, notFound } from "./error.ts";
import { bare } from "./simulator.ts";

export type Reason = "BOUNCE" | "COMPLAINT";

interface Suppressed {
  readonly EmailAddress: string;
  readonly Reason: Reason;
  /** Epoch seconds, as the REST JSON protocol writes instants. */
  readonly LastUpdateTime: number;
}

const MAX_PAGE = 1000;

/** The account's suppression list, and the four operations on it (SES API v2). */
export function openSuppression(store: Store, clock: Pick<MovableClock, "ms">) {
  const kept = room<Suppressed>(store, "email-suppressed");

  async function put(address: string | undefined, reason: Reason | undefined) {
    if (!address?.includes("@")) throw badRequest("EmailAddress is required.");
    if (reason !== "BOUNCE" && reason !== "COMPLAINT")
      throw badRequest("Reason must be BOUNCE or COMPLAINT.");
    const EmailAddress = bare(address);
    await kept.put(EmailAddress, { EmailAddress, Reason: reason, LastUpdateTime: clock.ms() / 1000 });
  }
  async function get(address: string) {
    const found = await kept.get(bare(address));
    if (found === undefined)
      throw notFound(`Email address ${bare(address)} does not exist on your suppression list.`);
    return found;
  }
  async function remove(address: string) {
    await get(address);
    await kept.del(bare(address));
  }
  /** A page in order of address; `NextToken` is opaque to the caller. */
  async function list(query: ListQuery) {
    const size = Math.min(Number(query.PageSize ?? MAX_PAGE), MAX_PAGE);
    const after = query.NextToken ? { gt: Buffer.from(query.NextToken, "base64url").toString() } : {};
    const fits = (one: Suppressed) =>
      (query.Reason === undefined || one.Reason === query.Reason) &&
      (query.StartDate === undefined || one.LastUpdateTime * 1000 >= Date.parse(query.StartDate)) &&
      (query.EndDate === undefined || one.LastUpdateTime * 1000 <= Date.parse(query.EndDate));
    const found = (await kept.values(after).all()).filter(fits);
    const page = found.slice(0, size);
    const last = page.at(-1);
    const more = found.length > size && last !== undefined;
    return {
      SuppressedDestinationSummaries: page,
      ...(more && { NextToken: Buffer.from(last.EmailAddress).toString("base64url") }),
    };
  }
  return {
    put,
    get,
    remove,
    list,
    has: async (address: string) => (await kept.get(bare(address))) !== undefined,
  };
}

export interface ListQuery {
  readonly Reason?: string | undefined;
  readonly StartDate?: string | undefined;
  readonly EndDate?: string | undefined;
  readonly PageSize?: string | undefined;
  readonly NextToken?: string | undefined;
}

export type Suppression = ReturnType<typeof openSuppression>;
