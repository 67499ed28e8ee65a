import type { Kinds } from "./kinds.ts";
import { deployment, small } from "./synth.ts";

/** As CloudFormation has it. */
export interface Resource<P = Readonly<Record<string, unknown>>> {
  readonly Type: string;
  readonly Properties: P;
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
export interface Placed<K extends keyof Kinds = keyof Kinds> extends Resource<Kinds[K]> {
  readonly id: string;
  readonly stack: Template;
}

const isA = <K extends keyof Kinds>(
  resource: Resource<unknown> | undefined,
  type: K,
): resource is Resource<Kinds[K]> => resource?.Type === type;

/** Resources of a type, in all templates. */
export const all = <K extends keyof Kinds>(from: Templates, type: K): readonly Placed<K>[] =>
  Object.values(from).flatMap((stack) =>
    Object.entries<Resource<unknown>>(stack.Resources).flatMap(([id, resource]) =>
      isA(resource, type) ? [{ ...resource, id, stack }] : [],
    ),
  );

/** What a template says of the resource of this id; nothing where it is of another type. */
export function its<K extends keyof Kinds>(
  { Resources }: Template,
  id: string,
  type: K,
): Kinds[K] | undefined {
  const resource: Resource<unknown> | undefined = Resources[id];
  return isA(resource, type) ? resource.Properties : undefined;
}

export function one<K extends keyof Kinds>(from: Templates, type: K): Placed<K> {
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
  const it = stack.Resources[id]?.Properties ?? {};
  return short(it.FunctionName ?? it.QueueName ?? it.TableName ?? it.Name ?? text(reference));
}
