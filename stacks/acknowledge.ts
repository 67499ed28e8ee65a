import { type Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/**
 * Accepts one finding of cdk-nag on one construct, with the reason why. Wildcards are accepted one by one: the id names the
 * resource, `AwsSolutions-IAM5[Resource::*]`.
 */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}

/** A finding of a wildcard in a policy, as cdk-nag names it: `arn:<AWS::Partition>:s3:::files/*`. */
export function wildcard(stack: Stack, resource: string): string {
  const { "Fn::Join": [, parts] = ["", []] } = joined(stack.resolve(resource));
  const text = parts.map((part) => (typeof part === "string" ? part : `<${part.Ref}>`)).join("");
  return `AwsSolutions-IAM5[Resource::${text}]`;
}

interface Joined {
  readonly "Fn::Join": readonly [string, readonly (string | { readonly Ref: string })[]];
}
const joined = (resolved: unknown): Joined =>
  typeof resolved === "string" ? { "Fn::Join": ["", [resolved]] } : (resolved as Joined);
