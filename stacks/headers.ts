import { Duration, type Stack } from "aws-cdk-lib";
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  HeadersReferrerPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { storage } from "../infra/storage.ts";
import { web, webPolicy } from "../infra/web.ts";
import { bucketName } from "./files.ts";
import type { Scope } from "./scope.ts";

/** What the gateway hears of a request. CloudFront hands `authorization` on only as part of a cache's key. */
export function forwarding(stack: Stack, { name }: Scope) {
  const cachePolicy = new CachePolicy(stack, "Uncached", {
    cachePolicyName: name("uncached"),
    comment: "Nothing is kept unless an answer asks for it, and then per session",
    defaultTtl: Duration.seconds(0),
    minTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(1),
    headerBehavior: CacheHeaderBehavior.allowList("authorization"),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
  const originRequestPolicy = new OriginRequestPolicy(stack, "Forwarded", {
    originRequestPolicyName: name("forwarded"),
    headerBehavior: OriginRequestHeaderBehavior.allowList(...web.forwarded),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    cookieBehavior: OriginRequestCookieBehavior.none(),
  });
  return { cachePolicy, originRequestPolicy };
}

const YEAR = Duration.days(365);

/** What every answer says besides: the app's with its policy, the gateway's without touching what a function said. */
export function answerHeaders(stack: Stack, scope: Scope, signIn: string) {
  const { name, config } = scope;
  const origins = [
    signIn,
    `https://cognito-idp.${config.region}.amazonaws.com`,
    `https://${bucketName(scope, storage.bucket)}.s3.${config.region}.amazonaws.com`,
  ];
  const policy = (id: string, own: Readonly<Record<string, string>>, override: boolean) =>
    new ResponseHeadersPolicy(stack, `Headers${id}`, {
      responseHeadersPolicyName: name(`headers-${id.toLowerCase()}`),
      ...headersOf({ ...web.security, ...own }, override),
    });
  return {
    app: policy("App", { "content-security-policy": webPolicy(origins) }, true),
    gateway: policy("Gateway", {}, false),
  };
}

/** CloudFront knows some headers by name and takes those only there. */
function headersOf(headers: Readonly<Record<string, string>>, override: boolean) {
  const known = ["x-content-type-options", "referrer-policy", "content-security-policy"];
  const csp = headers["content-security-policy"];
  return {
    securityHeadersBehavior: {
      contentTypeOptions: { override },
      strictTransportSecurity: { accessControlMaxAge: YEAR, includeSubdomains: false, override: true },
      ...(csp && { contentSecurityPolicy: { contentSecurityPolicy: csp, override } }),
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(headers)
        .filter(([header]) => !known.includes(header))
        .map(([header, value]) => ({ header, value, override })),
    },
  };
}
