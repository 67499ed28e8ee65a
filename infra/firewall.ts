/** One rule of the firewall before the address, in the order in which they look at a request. */
export type FirewallRule = ManagedRules | RateRule;

/** A group of rules that AWS keeps up to date. */
interface ManagedRules {
  readonly name: string;
  readonly group: string;
  /** Paths that it leaves alone, with all below them. */
  readonly except?: readonly string[];
}

/** So many requests of one address in five minutes, then it is refused until there are fewer. */
interface RateRule {
  readonly name: string;
  readonly limit: number;
  /** Only requests to this path and below. */
  readonly path?: string;
  readonly method?: "POST";
  readonly except?: readonly string[];
}

/** Mailbox providers press it for many people from few addresses, and name no program of theirs (RFC 8058). */
const ONE_CLICK = "/unsubscribe/";

/**
 * A whole office or university may stand behind one address.
 * The common rules refuse bodies of more than 8 KB and bodies with markup: a mail's template is both, and who may send one to
 * `/v1/` is signed in.
 */
export const firewall = [
  { name: "sign-up", limit: 100, path: "/join", method: "POST" },
  { name: "public", limit: 2000, except: [ONE_CLICK] },
  { name: "reputation", group: "AWSManagedRulesAmazonIpReputationList" },
  { name: "bad-inputs", group: "AWSManagedRulesKnownBadInputsRuleSet" },
  { name: "common", group: "AWSManagedRulesCommonRuleSet", except: ["/v1/", ONE_CLICK] },
] as const satisfies readonly FirewallRule[];
