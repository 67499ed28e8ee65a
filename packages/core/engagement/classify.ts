/** Who did it, as far as one can tell. */
export type Verdict = "human" | "machine";

export interface Judgement {
  readonly verdict: Verdict;
  /** Stable code of the rule that decided. */
  readonly rule: string;
}

/** What is known of one open or click; nothing of it but the judgement is kept. */
export interface Sign {
  readonly kind: "open" | "click";
  readonly userAgent: string;
  /** Seconds between SES taking the mail and this. */
  readonly after: number;
  /** SES's own mark for automated opens and clicks (since August 2026), where it sets one. */
  readonly automated?: boolean;
}

/** A click this soon comes from a scanner that fetches links on arrival; published thresholds are 1.5 to 5 seconds. */
const TOO_SOON_S = 3;

/** Gmail's prefetch on arrival, before anybody looks. */
const GMAIL_PREFETCH = "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246";
/** Crawlers end in "bot" with a name before it; a make of telephone called Cubot does too. */
const SCANNER =
  /(?<!cu)bot\b|\b(curl|wget|python-requests|go-http-client|java|okhttp)\b|crawler|spider|scanner|headlesschrome|barracuda|proofpoint|mimecast/i;

/**
 * Human or machine. Pure, and made of this one event alone, so that events which come twice, late or shuffled are judged the same.
 * Sources: Mailgun "bot detection"; Apple Mail Privacy Protection; published scanner timings (docs/decisions.md).
 */
export function classify({ kind, userAgent, after, automated }: Sign): Judgement {
  const machine = (rule: string): Judgement => ({ verdict: "machine", rule });
  const human = (rule: string): Judgement => ({ verdict: "human", rule });
  if (automated) return machine("ses_marked");
  if (userAgent.trim() === "") return machine("no_user_agent");
  if (SCANNER.test(userAgent)) return machine("scanner_user_agent");
  if (userAgent.trim() === "Mozilla/5.0")
    return machine(kind === "open" ? "apple_privacy" : "bare_user_agent");
  if (kind === "open" && userAgent.includes(GMAIL_PREFETCH)) return machine("gmail_prefetch");
  if (kind === "open" && /GoogleImageProxy|YahooMailProxy/.test(userAgent)) return human("proxy_on_view");
  if (kind === "click" && after < TOO_SOON_S) return machine("too_soon");
  return human("ordinary");
}
