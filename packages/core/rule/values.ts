import type { Facts } from "../facts/facts.schema.ts";
import { permissionOf } from "../facts/reach.ts";
import type { Condition } from "./rule.schema.ts";

type SetFact = Extract<Condition, { kind: "set" }>["fact"];

/**
 * The values of a fact that holds one of a set or several; undefined where we do not know. Skills and interests that nobody named are
 * not known; tags and an owner, which are ours, are known to be none.
 */
export function read(facts: Facts, fact: SetFact, now: Date): readonly string[] | undefined {
  if (fact === "permission") return [permissionOf(facts, now)];
  if (fact === "tags") return facts.tags;
  if (fact === "owner") return facts.owner === undefined ? [] : [facts.owner];
  const value = facts[fact];
  if (typeof value === "string") return [value];
  return value === undefined || value.length === 0 ? undefined : value;
}
