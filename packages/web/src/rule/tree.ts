import type { Condition, Rule } from "@perennial/core/rule/rule.schema.ts";

/** A group of lines, of which all or any must hold. */
export type Group = Extract<Rule, { readonly rules: unknown }>;

/** Where in a rule something stands: the line's number in each group on the way. */
export type Path = readonly number[];

export const isGroup = (rule: Rule): rule is Group => "rules" in rule;

/** A rule as lines: what is a single condition becomes a group of one. */
export const asGroup = (rule: Rule): Group => (isGroup(rule) ? rule : { kind: "all", rules: [rule] });

/** Changes the group that stands here, also one that is turned around. */
function within(rule: Rule, change: (group: Group) => Group): Rule {
  if (rule.kind === "not") return { kind: "not", rule: within(rule.rule, change) };
  return isGroup(rule) ? change(rule) : rule;
}

/** The rule with another line at a path; without one, with the line gone. */
export function put(group: Group, [index = 0, ...rest]: Path, next: Rule | undefined): Group {
  const inner = group.rules[index];
  const changed = rest.length === 0 ? next : inner && within(inner, (deeper) => put(deeper, rest, next));
  return { ...group, rules: group.rules.toSpliced(index, 1, ...(changed ? [changed] : [])) };
}

export function at(rule: Rule, path: Path): Rule | undefined {
  if (rule.kind === "not" && path.length > 0) return at(rule.rule, path);
  const [index, ...rest] = path;
  if (index === undefined) return rule;
  const inner = isGroup(rule) ? rule.rules[index] : undefined;
  return inner && at(inner, rest);
}

/** The rule with another line before the one at this path, or at the end of its group. */
export function insert(group: Group, [index = 0, ...rest]: Path, line: Rule): Group {
  if (rest.length === 0) return { ...group, rules: group.rules.toSpliced(index, 0, line) };
  const inner = group.rules[index];
  return inner
    ? put(
        group,
        [index],
        within(inner, (deeper) => insert(deeper, rest, line)),
      )
    : group;
}

/** The rule with a line one place up or down in its group; the same where there is no such place. */
export function shift(group: Group, path: Path, by: 1 | -1): Group {
  const line = at(group, path);
  const to = [...path.slice(0, -1), (path.at(-1) ?? 0) + by];
  if (!line || !at(group, to)) return group;
  return insert(put(group, path, undefined), to, line);
}

/** What is written so far, without lines that say nothing yet; an empty group inside says nothing either. */
export function written(rule: Rule): Rule {
  return said(rule) ?? { kind: "all", rules: [] };
}

/** Whether every line says something. */
export function isWhole(rule: Rule): boolean {
  if (rule.kind === "not") return isWhole(rule.rule);
  return isGroup(rule) ? rule.rules.every((one) => isWhole(one) && !isEmpty(one)) : saysSomething(rule);
}

function said(rule: Rule): Rule | undefined {
  if (rule.kind === "not") {
    const inner = said(rule.rule);
    return inner && { kind: "not", rule: inner };
  }
  if (!isGroup(rule)) return saysSomething(rule) ? rule : undefined;
  const rules = rule.rules.flatMap((one) => said(one) ?? []);
  return rules.length > 0 ? { ...rule, rules } : undefined;
}

const isEmpty = (rule: Rule) => isGroup(rule) && rule.rules.length === 0;

function saysSomething(condition: Condition): boolean {
  switch (condition.kind) {
    case "set":
      return condition.values.length > 0;
    case "text":
      return condition.value.trim() !== "";
    case "number":
      return condition.op !== "between" || (condition.to ?? 0) >= condition.value;
    case "date":
      return condition.op === "before" || condition.op === "after"
        ? condition.day !== undefined
        : condition.days !== undefined;
    default:
      return true;
  }
}

/** The lines that are sent are numbered without those that say nothing: which of them each line is. */
export function numbered(group: Group): (number | undefined)[] {
  let next = 0;
  return group.rules.map((line) => (said(line) ? next++ : undefined));
}
