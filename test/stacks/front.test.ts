import { expect, test } from "vitest";
import { gatewayPaths, web } from "../../infra/index.ts";
import { large, small } from "./support/synth.ts";
import { all, one, templates, text } from "./support/template.ts";

const configs = [
  ["a small deployment", small],
  ["everything that can be configured", large],
] as const;
const fronts = (config = small) =>
  all(templates(config), "AWS::CloudFront::Distribution").map(({ Properties: it }) => it.DistributionConfig);
const front = () => one(templates(), "AWS::CloudFront::Distribution").Properties.DistributionConfig;
function policyOf(name: string) {
  const policies = all(templates(), "AWS::CloudFront::ResponseHeadersPolicy");
  const found = policies.map(({ Properties: it }) => it.ResponseHeadersPolicyConfig);
  const [policy] = found.filter(({ Name }) => Name.endsWith(name));
  if (!policy) throw new Error(`There is no policy ${name}`);
  return policy;
}

test.each(configs)(
  "%s has the firewall before every address with something of ours behind it",
  (_, config) => {
    const fenced = fronts(config).filter(({ WebACLId }) => /WebAcl/.test(text(WebACLId)));
    const leads = ({ Origins }: ReturnType<typeof front>) => Origins.map((it) => text(it.DomainName));
    expect(fenced).toHaveLength(1);
    for (const other of fronts(config).filter((it) => !fenced.includes(it)))
      expect(leads(other)).toEqual([expect.stringMatching(/^r\..+\.awstrack\.me$/)]);
  },
);

test("the name of the distribution can be imported with and without a domain of one's own", () => {
  for (const [, config] of configs)
    expect(
      Object.values(templates(config)).flatMap(({ Outputs }) =>
        Object.keys(Outputs ?? {}).filter((it) => /^ExportsOutput.*Front.*DomainName/.test(it)),
      ),
    ).toHaveLength(1);
});

test("no error outlives its cause at the edge", () => {
  expect(front().CustomErrorResponses).toEqual(
    [405, 500, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
  );
});

test("the gateway is asked with CloudFront's proof, encrypted, and by its own name", () => {
  const [gateway] = front().Origins.filter((origin) => origin.OriginCustomHeaders);
  const headers = gateway?.OriginCustomHeaders ?? [];
  expect(headers.map((it) => [it.HeaderName, text(it.HeaderValue)])).toEqual([
    [web.originHeader, expect.stringMatching(/^\{\{resolve:secretsmanager:<OriginSecret1\w+>/)],
  ]);
  expect(gateway?.CustomOriginConfig?.OriginProtocolPolicy).toBe("https-only");
  expect(web.forwarded).not.toContain("host");
});

test("functions hear whom CloudFront serves and whoever is signed in, and no cookie", () => {
  const { Properties: forwarded } = one(templates(), "AWS::CloudFront::OriginRequestPolicy");
  const { Properties: cached } = one(templates(), "AWS::CloudFront::CachePolicy");
  const { HeadersConfig, CookiesConfig } = forwarded.OriginRequestPolicyConfig;
  expect(HeadersConfig.Headers).toEqual(
    expect.arrayContaining(["cloudfront-viewer-address", "content-type"]),
  );
  expect(CookiesConfig.CookieBehavior).toBe("none");
  expect(cached.CachePolicyConfig.DefaultTTL).toBe(0);
  expect(cached.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.Headers).toEqual([
    "authorization",
  ]);
});

test("nothing but the app is kept by CloudFront, and every path of the gateway goes there", () => {
  const { CacheBehaviors, DefaultCacheBehavior } = front();
  const own = CacheBehaviors.map((it) => text(it.CachePolicyId));
  expect(new Set(own).size).toBe(1);
  expect(CacheBehaviors).toHaveLength(gatewayPaths.length);
  expect(CacheBehaviors.map((it) => it.TargetOriginId)).not.toContain(DefaultCacheBehavior.TargetOriginId);
});

test("the app's pages may load nothing from elsewhere; a function's own headers win over the edge's", () => {
  const { SecurityHeadersConfig } = policyOf("headers-app");
  expect(text(SecurityHeadersConfig.ContentSecurityPolicy?.ContentSecurityPolicy)).toMatch(
    /script-src 'self';.*connect-src 'self' https:\/\/perennial-test-\S+\.amazoncognito\.com https:\/\/cognito-idp\.eu-central-1\S+ https:\/\/perennial-test-files-\S+;/,
  );
  const gateway = policyOf("headers-gateway");
  expect(gateway.SecurityHeadersConfig.ContentSecurityPolicy).toBeUndefined();
  expect(gateway.CustomHeadersConfig.Items.map((it) => it.Override)).not.toContain(true);
  expect(gateway.SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThan(
    31_000_000,
  );
});

test.each(configs)("%s has no bucket that the public could read", (_, config) => {
  const buckets = all(templates(config), "AWS::S3::Bucket");
  const closed = {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  };
  expect(buckets.map(({ Properties: it }) => it.PublicAccessBlockConfiguration)).toEqual(
    buckets.map(() => closed),
  );
});

test("in production nothing that holds data goes away with its stack, elsewhere it does", () => {
  const kept = (config = small) =>
    (["AWS::DynamoDB::Table", "AWS::Cognito::UserPool", "AWS::KMS::Key"] as const).flatMap((type) =>
      all(templates(config), type).map(({ DeletionPolicy }) => DeletionPolicy),
    );
  // A first deploy that fails leaves nothing behind whose name the next one would find taken.
  expect(kept(large)).toEqual(["RetainExceptOnCreate", "RetainExceptOnCreate", "Retain"]);
  expect(kept(small)).toEqual(["Delete", "Delete"]);
  expect(one(templates(large), "AWS::DynamoDB::Table").Properties).toMatchObject({
    DeletionProtectionEnabled: true,
    BillingMode: "PAY_PER_REQUEST",
    SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
  });
  expect(one(templates(large), "AWS::Cognito::UserPool").Properties).toMatchObject({
    DeletionProtection: "ACTIVE",
    MfaConfiguration: "ON",
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  });
});

test("a stage goes away whole; in production only the built app does, which is built again", () => {
  const emptied = (config = small) =>
    all(templates(config), "Custom::S3AutoDeleteObjects")
      .map(({ Properties: it }) => text(it.BucketName))
      .sort();
  const whose = [/^<AccessLog/, /^<App/, /^<Files/].map((bucket) => expect.stringMatching(bucket));
  expect(emptied(small)).toEqual(whose);
  expect(emptied(large)).toEqual(whose.slice(1, 2));
  const buckets = all(templates(large), "AWS::S3::Bucket").map(({ DeletionPolicy }) => DeletionPolicy);
  expect([...buckets].sort()).toEqual(["Delete", "RetainExceptOnCreate", "RetainExceptOnCreate"]);
});

test("a domain is sent from with its signature, its own return path and its own links", () => {
  const [sender] = all(templates(large), "AWS::SES::EmailIdentity");
  expect(sender?.Properties).toMatchObject({
    EmailIdentity: "example.org",
    DkimAttributes: { SigningEnabled: true },
    MailFromAttributes: { MailFromDomain: "bounce.example.org" },
  });
  expect(one(templates(large), "AWS::SES::ConfigurationSet").Properties.TrackingOptions).toEqual({
    CustomRedirectDomain: "go.example.org",
    HttpsPolicy: "REQUIRE",
  });
});

test("whom the firewall holds off hears when to come again", () => {
  const { Rules } = one(templates(), "AWS::WAFv2::WebACL").Properties;
  const held = Rules.flatMap(({ Statement: { RateBasedStatement: counted }, Action }) =>
    counted ? [{ seconds: counted.EvaluationWindowSec, answer: Action?.Block?.CustomResponse }] : [],
  );
  expect(held).toHaveLength(2);
  for (const { seconds, answer } of held)
    expect(answer).toEqual({
      ResponseCode: 429,
      ResponseHeaders: [{ Name: "retry-after", Value: String(seconds) }],
    });
});
