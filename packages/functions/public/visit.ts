import * as Organisation from "@perennial/core/organisation";
import { Locale } from "@perennial/core/text.ts";
import { choose } from "@perennial/site/frame/language.ts";
import type { Host, Visit } from "@perennial/site/frame/visit.ts";
import type { Request } from "../adapter/http.ts";

interface Known {
  /** The language she signed up in. */
  readonly own?: Locale | undefined;
  /** What the language links keep of the query. */
  readonly keep?: string;
}

/** The visit that a request is, with the organisation it is made to. */
export async function visitOf(request: Request, known: Known = {}): Promise<Visit> {
  return visitTo(await Organisation.settings(), request, known);
}

/** The visit when the organisation is known already, or cannot be. */
export function visitTo(
  organisation: (Host & { readonly languages: readonly Locale[] }) | undefined,
  { query, headers }: Request,
  { own, keep }: Known = {},
): Visit {
  const languages = organisation?.languages ?? Locale.options;
  const locale = choose({ asked: query.lang, own, accepted: headers["accept-language"] }, languages);
  return { locale, languages, host: organisation, keep };
}
