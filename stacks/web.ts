import { CfnOutput, Duration, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { CfnApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import {
  ClientAttributes,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from "aws-cdk-lib/aws-cognito";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { auth } from "../infra/auth.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Auth } from "./auth.ts";
import { front, trackingFront } from "./front.ts";
import { type OriginSecrets, originSecrets } from "./origin.ts";
import { publish } from "./publish.ts";
import { type Scope, stackOf } from "./scope.ts";

export interface Web {
  readonly stack: Stack;
  /** The HTTP API without routes: CloudFront has to know its address, and the functions have to know CloudFront's. */
  readonly api: CfnApi;
  readonly client: UserPoolClient;
  /** Base address of everything, without a trailing slash. */
  readonly siteUrl: string;
  readonly origin: OriginSecrets;
  readonly distribution: Distribution;
}

/** The address that everything is behind, and the web app that recruiters see there. */
export function webStack(scope: Scope, identity: Auth, firewallArn: string): Web {
  const stack = stackOf(scope, "web");
  const api = new CfnApi(stack, "Api", { name: scope.name("perennial"), protocolType: "HTTP" });
  const origin = originSecrets(stack, scope);
  const bucket = bucketOf(stack);
  const distribution = front(stack, scope, {
    bucket,
    api,
    originSecret: origin.sent,
    firewallArn,
    signIn: identity.signIn,
  });
  if (scope.config.mail.tracking) trackingFront(stack, scope.config.mail.tracking);
  // Others import it until there is a name of ours. CloudFormation takes back no export that is in use, so it stays beside one.
  stack.exportValue(distribution.distributionDomainName);
  const siteUrl = `https://${scope.config.site?.domain ?? distribution.distributionDomainName}`;
  const client = clientOf(stack, identity, siteUrl);
  publish(stack, scope, bucket, {
    issuer: identity.issuer,
    accountUrl: identity.accountUrl,
    mfa: scope.config.mfa,
    clientId: client.userPoolClientId,
    scopes: auth.scopes.join(" "),
    siteUrl,
  });
  new CfnOutput(stack, "SiteUrl", { value: siteUrl });
  if (scope.config.site)
    new CfnOutput(stack, "DnsSite", {
      value: `${scope.config.site.domain} CNAME ${distribution.distributionDomainName}`,
    });
  return { stack, api, client, siteUrl, origin, distribution };
}

function bucketOf(stack: Stack): IBucket {
  const bucket = new Bucket(stack, "App", {
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  });
  acknowledge(bucket, {
    "AwsSolutions-S1": "It holds the built web app, which is public, and only CloudFront reads it",
  });
  return bucket as IBucket;
}

/** A public client: authorization code with PKCE, no secret. Made here, because it names the address it comes back to. */
function clientOf(stack: Stack, { pool }: Auth, siteUrl: string): UserPoolClient {
  const lasts = Duration.minutes(auth.accessTokenMinutes);
  return new UserPoolClient(stack, "Client", {
    userPool: pool,
    userPoolClientName: auth.clientId,
    generateSecret: false,
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: auth.scopes.map((scope) => OAuthScope.custom(scope)),
      callbackUrls: [`${siteUrl}${auth.callbackPath}`],
      logoutUrls: [`${siteUrl}/`],
    },
    // Her token may write what its app may. Cognito wants an attribute that every person must have to be writable.
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    accessTokenValidity: lasts,
    idTokenValidity: lasts,
    refreshTokenValidity: Duration.days(1),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  });
}
