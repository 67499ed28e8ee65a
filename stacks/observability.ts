import { CfnOutput, type Stack } from "aws-cdk-lib";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { acknowledge } from "./acknowledge.ts";
import { alarmsOf, type Watched } from "./alarms.ts";
import { dashboardOf } from "./dashboard.ts";
import { type Scope, stackOf } from "./scope.ts";

/** Who is told what, and the one page that answers: is it healthy, is mail going out, is anyone complaining. */
export function observabilityStack(scope: Scope, watched: Watched): Stack {
  const stack = stackOf(scope, "observability");
  const topic = new Topic(stack, "Alarms", { topicName: scope.name("alarms"), enforceSSL: true });
  topic.grantPublish(
    new ServicePrincipal("cloudwatch.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
  );
  if (scope.config.alarmEmail)
    acknowledge(topic.addSubscription(new EmailSubscription(scope.config.alarmEmail)), {
      "Serverless-SNSRedrivePolicy":
        "A mail to a person can't be taken up again by a machine; the alarm itself stays on the dashboard",
    });
  const alarms = alarmsOf(stack, scope, watched);
  const ring = new SnsAction(topic);
  for (const alarm of alarms) {
    alarm.addAlarmAction(ring);
    alarm.addOkAction(ring);
  }
  dashboardOf(stack, scope, watched, alarms);
  new CfnOutput(stack, "AlarmTopic", { value: topic.topicArn });
  return stack;
}
