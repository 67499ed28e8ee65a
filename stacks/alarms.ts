import { Duration, type Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { alarms, type Alarm as Spec } from "../infra/alarms.ts";
import { idOf } from "./names.ts";
import type { Scope } from "./scope.ts";

/** What there is to look at, by what it is to `infra/alarms.ts`: a name and the dimensions of its metrics. */
export type Watched = Readonly<Record<Spec["on"], readonly One[]>>;

export interface One {
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The alarms of `infra/alarms.ts`: one for each thing that one of them looks at. */
export const alarmsOf = (stack: Stack, scope: Scope, watched: Watched): Alarm[] =>
  alarms.flatMap((spec) => watched[spec.on].map((one) => alarmOf(stack, scope, spec, one)));

function alarmOf(stack: Stack, { name, config }: Scope, spec: Spec, one: One): Alarm {
  const whole = one.name === "" ? spec.name : `${spec.name}-${one.name}`;
  return new Alarm(stack, `${idOf(whole)}Alarm`, {
    alarmName: name(whole),
    alarmDescription: `${spec.says}. What to do: docs/operations.md#alarm-${spec.name}`,
    metric: metricOf(spec, one),
    threshold: spec.on === "quota" ? spec.above * config.mail.dailyQuota : spec.above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: spec.periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}

/** The metric that an alarm looks at, also for the dashboard. */
export const metricOf = ({ metric, statistic, period }: Spec, { dimensions }: One): Metric =>
  new Metric({
    namespace: metric[0],
    metricName: metric[1],
    dimensionsMap: { ...dimensions },
    statistic,
    period: Duration.seconds(period),
  });
