import { deployment, small } from "./synth.ts";

/** As CloudFormation has it. What AWS takes has no type here: tests compare it with what they expect. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}
interface Output {
  readonly Value: unknown;
  readonly Export?: { readonly Name: string };
}
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, Output>>;
}
/** By the last part of the stacks' names. */
export type Templates = Readonly<Record<string, Template>>;

export const templates = (config = small): Templates =>
  Object.fromEntries(
    deployment(config).assembly.stacks.map(({ stackName, template }) => [
      stackName.split("-").at(-1) ?? "",
      template as Template,
    ]),
  );

/** A resource with the template it stands in. */
export interface Placed extends Resource {
  readonly id: string;
  readonly stack: Template;
}

/** Resources of a type, in all templates. */
export const all = (from: Templates, type: string): readonly Placed[] =>
  Object.values(from).flatMap((stack) =>
    Object.entries(stack.Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, resource]) => ({ ...resource, id, stack })),
  );

export function one(from: Templates, type: string): Placed {
  const [only, ...more] = all(from, type);
  if (!only || more.length > 0) throw new Error(`There is not exactly one ${type}`);
  return only;
}

/** References as text: `arn:<AWS::Partition>:sqs:...`, `<Queue.Arn>`. */
export function text(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { Ref, ...functions } = value as Record<string, unknown>;
  if (Ref !== undefined) return `<${Ref}>`;
  const { "Fn::Join": join, "Fn::GetAtt": attribute, "Fn::ImportValue": imported } = functions;
  if (join) return (join as [string, unknown[]])[1].map(text).join("");
  return `<${attribute ? (attribute as string[]).join(".") : imported}>`;
}

/** A name without `perennial` and stage. */
export const short = (name: unknown): string => text(name).replace(/^perennial-test-?/, "");

/** The name of what a reference in the same template is to. */
export function named({ stack }: Pick<Placed, "stack">, reference: unknown): string {
  const [, id = ""] = /^<([^.>]+)/.exec(text(reference)) ?? [];
  const { Properties: its = {} } = stack.Resources[id] ?? {};
  return short(its.FunctionName ?? its.QueueName ?? its.TableName ?? its.Name ?? text(reference));
}
