import { CfnOutput, Duration, type Stack } from "aws-cdk-lib";
import type { CfnApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { gatewayPaths, web } from "../infra/web.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Config } from "./config.ts";
import { answerHeaders, forwarding } from "./headers.ts";
import type { Scope } from "./scope.ts";

interface Behind {
  readonly bucket: IBucket;
  readonly api: CfnApi;
  readonly originSecret: Secret;
  readonly firewallArn: string;
  /** Where recruiters sign in, with its scheme. */
  readonly signIn: string;
}

/** An address of the app's own is a file, any other is the app: it knows its pages itself. */
const APP = `function handler(event) {
  var request = event.request;
  if (!/\\.[a-z0-9]+$/i.test(request.uri)) request.uri = "/index.html";
  return request;
}`;

/** CloudFront before the gateway and the web app. */
export function front(stack: Stack, scope: Scope, behind: Behind): Distribution {
  const headers = answerHeaders(stack, scope, behind.signIn);
  const gateway = gatewayBehaviour(stack, scope, behind);
  const app = new EdgeFunction(stack, "AppPages", {
    functionName: scope.name("app-pages"),
    code: FunctionCode.fromInline(APP),
    runtime: FunctionRuntime.JS_2_0,
  });
  const distribution = new Distribution(stack, "Front", {
    ...common(scope.config.site, stack, "SiteCertificate"),
    webAclId: behind.firewallArn,
    // CloudFront keeps some errors for ten seconds whatever they say of themselves (CloudFront guide, "HTTP 4xx and 5xx status codes").
    errorResponses: KEPT_ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    comment: scope.name("perennial"),
    defaultRootObject: "index.html",
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(behind.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers.app,
      functionAssociations: [{ function: app, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: Object.fromEntries(
      gatewayPaths.map((path) => [path, { ...gateway, responseHeadersPolicy: headers.gateway }]),
    ),
  });
  accept(distribution, scope.config.site);
  return distribution;
}

const KEPT_ERRORS = [405, 500, 502, 503, 504];

const common = (
  site: Config["site"],
  stack: Stack,
  id: string,
): Omit<DistributionProps, "defaultBehavior"> => ({
  httpVersion: HttpVersion.HTTP2_AND_3,
  priceClass: PriceClass.PRICE_CLASS_100,
  ...(site && {
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    domainNames: [site.domain],
    certificate: Certificate.fromCertificateArn(stack, id, site.certificate),
  }),
});

/** Nothing of the gateway is kept. What it is not told of a request, it can't be told wrongly. */
function gatewayBehaviour(stack: Stack, scope: Scope, { api, originSecret }: Behind): BehaviorOptions {
  const { cachePolicy, originRequestPolicy } = forwarding(stack, scope);
  return {
    origin: new HttpOrigin(`${api.ref}.execute-api.${stack.region}.amazonaws.com`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      readTimeout: Duration.seconds(30),
      // CloudFormation puts the value in; the template names only where it is kept.
      customHeaders: { [web.originHeader]: originSecret.secretValue.unsafeUnwrap() },
    }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    cachePolicy,
    originRequestPolicy,
  };
}

/** A name of ours before SES's own address for links and pixels, which it tells apart by the name it is asked under. */
export function trackingFront(stack: Stack, site: NonNullable<Config["site"]>): void {
  const distribution = new Distribution(stack, "Tracking", {
    ...common(site, stack, "TrackingCertificate"),
    defaultBehavior: {
      origin: new HttpOrigin(`r.${stack.region}.awstrack.me`, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
    },
  });
  accept(distribution, site);
  acknowledge(distribution, {
    "AwsSolutions-CFR2":
      "It hands links and pixels on to SES and has nothing else behind it. The firewall would refuse long links, and many pixels that one mailbox provider asks for",
  });
  new CfnOutput(stack, "DnsTracking", {
    value: `${site.domain} CNAME ${distribution.distributionDomainName}`,
  });
}

function accept(distribution: Distribution, site: Config["site"]) {
  acknowledge(distribution, {
    "AwsSolutions-CFR1":
      "Candidates may live anywhere; which countries are written to is a matter of consent",
    "AwsSolutions-CFR3":
      "Addresses of pages hold the tokens of mails, and an access log would hold them beside the visitor's own address. The gateway's log names routes and results instead",
    ...(!site && {
      "AwsSolutions-CFR4":
        "CloudFront's own certificate, used as long as no domain is configured, fixes TLS 1.0 as the minimum; with a domain it is TLS 1.2",
    }),
  });
}
