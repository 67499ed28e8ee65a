import { CfnOutput, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { FunctionName } from "../infra/functions.ts";
import { type Route, routes } from "../infra/http.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Auth } from "./auth.ts";
import { functionOf, type Workshop } from "./function.ts";
import { idOf } from "./names.ts";
import { stackOf } from "./scope.ts";
import type { Web } from "./web.ts";

/** The routes of `infra/http.ts` and the functions behind them. */
export function apiStack(shop: Workshop, identity: Auth, web: Web): Stack {
  const stack = stackOf(shop, "api");
  const apiId = web.api.ref;
  const authorizer = new CfnAuthorizer(stack, "Recruiters", {
    apiId,
    name: "recruiters",
    authorizerType: "JWT",
    identitySource: ["$request.header.Authorization"],
    jwtConfiguration: { issuer: identity.issuer, audience: [web.client.userPoolClientId] },
  });
  const names = [...new Set<FunctionName>(routes.map((route) => route.function))];
  const targets = new Map(names.map((name) => [name, integrationOf(stack, shop, name, apiId)]));
  const made = routes.map((route) =>
    routeOf(stack, route, apiId, targets.get(route.function) ?? "", authorizer.ref),
  );
  stageOf(stack, shop, apiId, made);
  new CfnOutput(stack, "ApiUrl", { value: web.api.attrApiEndpoint });
  return stack;
}

/** The function and its integration; answers the route's target. */
function integrationOf(stack: Stack, shop: Workshop, name: FunctionName, apiId: string): string {
  const lambda = functionOf(stack, name, shop, {
    keeps: "Whoever asks waits for the answer, and gets the error: there is nothing to keep",
  });
  lambda.addPermission("Gateway", {
    principal: new ServicePrincipal("apigateway.amazonaws.com"),
    sourceArn: stack.formatArn({ service: "execute-api", resource: apiId, resourceName: "*" }),
  });
  const { ref } = new CfnIntegration(stack, `${idOf(name)}Integration`, {
    apiId,
    integrationType: "AWS_PROXY",
    integrationUri: lambda.functionArn,
    payloadFormatVersion: "2.0",
  });
  return `integrations/${ref}`;
}

function routeOf(
  stack: Stack,
  { route, auth }: Route,
  apiId: string,
  target: string,
  authorizerId: string,
): CfnRoute {
  const made = new CfnRoute(
    stack,
    `Route${idOf(route.replace(/\W+/g, "-").replace(/-$/, "").toLowerCase())}`,
    {
      apiId,
      routeKey: route,
      target,
      ...(auth === "recruiter" ? { authorizationType: "JWT", authorizerId } : { authorizationType: "NONE" }),
    },
  );
  if (auth === "none")
    acknowledge(made, {
      "AwsSolutions-APIG4":
        "Candidates have no account: a sign-up form is public, and a link in a mail carries a signed token that the function checks",
    });
  return made;
}

/** What is noted of a request: never its path, which may hold a token, nor who asked. */
const NOTED = {
  time: "$context.requestTimeEpoch",
  requestId: "$context.requestId",
  route: "$context.routeKey",
  method: "$context.httpMethod",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  bytes: "$context.responseLength",
  error: "$context.error.responseType",
  integration: "$context.integration.error",
};

function stageOf(stack: Stack, { config }: Workshop, apiId: string, made: readonly CfnRoute[]) {
  const log = new LogGroup(stack, "AccessLog", {
    logGroupName: `/perennial/${config.stage}/gateway`,
    retention: config.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new CfnStage(stack, "Stage", {
    apiId,
    stageName: "$default",
    autoDeploy: true,
    accessLogSettings: { destinationArn: log.logGroupArn, format: JSON.stringify(NOTED) },
    defaultRouteSettings: {
      throttlingRateLimit: 10,
      throttlingBurstLimit: 20,
      detailedMetricsEnabled: false,
    },
    routeSettings: Object.fromEntries(
      routes.map(({ route, throttle }) => [
        route,
        { ThrottlingRateLimit: throttle.rate, ThrottlingBurstLimit: throttle.burst },
      ]),
    ),
  });
  // A stage can't have settings of a route that is not there yet.
  for (const route of made) stage.addResourceDependency(route);
}
