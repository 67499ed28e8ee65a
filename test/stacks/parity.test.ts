import { beforeAll, expect, test } from "vitest";
import * as infra from "../../infra/index.ts";
import { around } from "./support/around.ts";
import { realised } from "./support/realised.ts";
import { all, type Template, type Templates, templates } from "./support/template.ts";

let from: Templates;
beforeAll(() => {
  from = templates();
});

/** Names in the deployment of stage `test`. */
const staged = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/"perennial(-[a-z-]+)?"/g, '"perennial-test$1"'));

const sorted = (list: readonly { readonly name: string }[]) =>
  [...list].sort((a, b) => a.name.localeCompare(b.name));

const { functions, routes, bus, rules, queues, pipe, schedules, table } = infra;
const wanted = {
  functions: Object.fromEntries(
    Object.entries(functions).map(([name, { purpose, memory, timeout }]) => [
      name,
      { purpose, memory, timeout },
    ]),
  ),
  routes,
  bus: { ...bus, name: "perennial-test" },
  // The tag that SES's events carry is the name of the configuration set.
  rules: rules.map((rule) => ({
    ...rule,
    pattern: rule.bus === "default" ? staged(rule.pattern) : rule.pattern,
  })),
  queues,
  pipe,
  schedules,
  table: { ...table, name: "perennial-test" },
};

test.each(Object.keys(wanted) as (keyof typeof wanted)[])(
  "%s are in the templates as infra has them, and nothing else is",
  (kind) => {
    expect(realised(from)[kind]).toEqual(wanted[kind]);
  },
);

test("what stands around them is in the templates as well", () => {
  const { workflows, alarms: _, ...rest } = around(from);
  expect(rest).toEqual({
    storage: [infra.storage],
    email: [{ ...infra.email, configurationSet: "perennial-test" }],
    secondPath: infra.secondPath,
    auth: Object.fromEntries(Object.entries(infra.auth).filter(([name]) => name !== "groupsClaim")),
    firewall: infra.firewall.map(({ name }) => name),
    gatewayPaths: infra.gatewayPaths,
  });
  const definition = (name: string) => name;
  expect(workflows).toEqual([
    { name: "campaign", definition: JSON.parse(JSON.stringify(infra.campaignWorkflow(definition))) },
    { name: "import", definition: JSON.parse(JSON.stringify(infra.importWorkflow(definition))) },
  ]);
});

test("every alarm of infra rings for each thing it is about, and leads to its entry in the runbook", () => {
  const { alarms } = around(from);
  const several: Readonly<Record<string, readonly string[]>> = {
    "dead-letters": [...Object.keys(queues), "pipe", "undelivered", "missed"],
    "stuck-messages": Object.keys(queues),
    "failed-executions": ["campaign", "import"],
  };
  const expected = infra.alarms.flatMap(({ name, says: _, on, above, ...rest }) =>
    (several[name] ?? [""]).map((one) => ({
      ...rest,
      name: one === "" ? name : `${name}-${one}`,
      above: on === "quota" ? above * 200 : above,
      anchor: `alarm-${name}`,
    })),
  );
  expect(sorted(alarms)).toEqual(sorted(expected));
});

/** What realises entries of `infra/`. */
const KINDS = [
  "AWS::Lambda::EventSourceMapping",
  "AWS::ApiGatewayV2::Route",
  "AWS::Events::Rule",
  "AWS::Scheduler::Schedule",
  "AWS::SNS::Subscription",
  "AWS::Cognito::UserPoolGroup",
  "AWS::CloudWatch::Alarm",
] as const;

test.each(KINDS)("no %s can go missing, or come on top, without being noticed", (type) => {
  const whole = JSON.stringify([realised(from), around(from)]);
  const found = all(from, type);
  expect(found.length).toBeGreaterThan(0);
  for (const { id, stack } of found) {
    const { [id]: gone, ...kept } = stack.Resources;
    for (const Resources of [kept, { ...stack.Resources, Twice: gone }])
      expect(JSON.stringify(seen(changed(from, stack, { ...stack, Resources } as Template))), id).not.toBe(
        whole,
      );
  }
});

const changed = (whole: Templates, was: Template, is: Template): Templates =>
  Object.fromEntries(
    Object.entries(whole).map(([name, template]) => [name, template === was ? is : template]),
  );
const seen = (of: Templates) => [realised(of), around(of)];

/** Not a thing to be built, or compared above under another name. */
const OTHERWISE = [
  "campaignWorkflow",
  "importWorkflow",
  "workflow",
  "importing",
  "alarms",
  "web",
  "webPolicy",
];

test("whatever infra has is compared with the templates", () => {
  const compared = [...Object.keys(realised(from)), ...Object.keys(around(from)), ...OTHERWISE];
  expect(Object.keys(infra).filter((name) => !compared.includes(name))).toEqual([]);
});
