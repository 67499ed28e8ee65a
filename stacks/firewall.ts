import type { Stack } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { type FirewallRule, firewall } from "../infra/firewall.ts";
import { idOf } from "./names.ts";
import { type Scope, stackOf } from "./scope.ts";

/** The firewall of CloudFront is a resource of this region, wherever the rest is (WAF API, CreateWebACL, Scope). */
export const FRONT_REGION = "us-east-1";

/** What looks at every request before CloudFront does. */
export function firewallStack(scope: Scope): { readonly stack: Stack; readonly arn: string } {
  const stack = stackOf(scope, "firewall", FRONT_REGION);
  const acl = new CfnWebACL(stack, "WebAcl", {
    name: scope.name("front"),
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: visible(scope.name("front")),
    rules: firewall.map((rule, priority) => ({
      name: rule.name,
      priority,
      visibilityConfig: visible(rule.name),
      ...ruleOf(rule),
    })),
  });
  return { stack, arn: acl.attrArn };
}

const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName: idOf(metricName),
  sampledRequestsEnabled: false,
});

/** Seconds in which requests are counted, after which whoever was refused is not any more. */
const WINDOW = 300;
const later = { name: "retry-after", value: String(WINDOW) };

type What = Pick<CfnWebACL.RuleProperty, "statement" | "action" | "overrideAction">;

function ruleOf(rule: FirewallRule): What {
  if ("group" in rule) {
    const managed = { vendorName: "AWS", name: rule.group, ...where(others(rule)) };
    return { overrideAction: { none: {} }, statement: { managedRuleGroupStatement: managed } };
  }
  const only = [
    ...(rule.path ? [below(rule.path)] : []),
    ...(rule.method ? [sent(rule.method)] : []),
    ...others(rule),
  ];
  return {
    action: { block: { customResponse: { responseCode: 429, responseHeaders: [later] } } },
    statement: {
      rateBasedStatement: {
        limit: rule.limit,
        aggregateKeyType: "IP",
        evaluationWindowSec: WINDOW,
        ...where(only),
      },
    },
  };
}

type Statement = CfnWebACL.StatementProperty;
/** Only requests of which all of this holds. */
const where = (statements: Statement[]) =>
  statements.length > 0 ? { scopeDownStatement: all(statements) } : {};
const others = ({ except = [] }: FirewallRule): Statement[] => except.map((path) => not(below(path)));
const not = (statement: Statement): Statement => ({ notStatement: { statement } });
const all = (statements: Statement[]): Statement =>
  statements.length === 1 ? (statements[0] ?? {}) : { andStatement: { statements } };

const match = (
  field: CfnWebACL.FieldToMatchProperty,
  positionalConstraint: string,
  text: string,
  transformations: readonly string[] = ["NONE"],
): Statement => ({
  byteMatchStatement: {
    fieldToMatch: field,
    positionalConstraint,
    searchString: text,
    textTransformations: transformations.map((type, priority) => ({ priority, type })),
  },
});
/** As whoever answers reads it: `/%6Aoin` is `/join`. */
const below = (path: string) => match({ uriPath: {} }, "STARTS_WITH", path, ["URL_DECODE", "NORMALIZE_PATH"]);
const sent = (method: string) => match({ method: {} }, "EXACTLY", method);
