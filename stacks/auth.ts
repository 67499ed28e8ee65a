import { Aws, CfnOutput, RemovalPolicy, type Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnUserPoolDomain,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  UserPool,
} from "aws-cdk-lib/aws-cognito";
import { auth } from "../infra/auth.ts";
import { acknowledge } from "./acknowledge.ts";
import { isProduction } from "./config.ts";
import { idOf } from "./names.ts";
import { type Scope, stackOf } from "./scope.ts";

export interface Auth {
  readonly stack: Stack;
  readonly pool: UserPool;
  readonly issuer: string;
  /** Where a signed-in person changes her own account, with her access token. */
  readonly accountUrl: string;
  /** Where recruiters sign in, with its scheme. */
  readonly signIn: string;
}

/** Who may sign in as a recruiter, and with which role. Nobody signs up alone: an admin invites. */
export function authStack(scope: Scope): Auth {
  const stack = stackOf(scope, "auth");
  const { config, name } = scope;
  const pool = new UserPool(stack, "Recruiters", {
    userPoolName: name("recruiters"),
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    // An address that somebody enters for herself counts once she has shown that she reads what goes there.
    keepOriginal: { email: true },
    standardAttributes: {
      email: { required: true, mutable: true },
      fullname: { required: false, mutable: true },
    },
    mfa: config.mfa === "required" ? Mfa.REQUIRED : Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    featurePlan: FeaturePlan.LITE,
    deletionProtection: isProduction(config),
    removalPolicy: isProduction(config) ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  });
  accept(pool, config.mfa);
  for (const groupName of auth.groups)
    new CfnUserPoolGroup(stack, `Group${idOf(groupName)}`, { userPoolId: pool.userPoolId, groupName });
  const prefix = `${name("perennial")}-${Aws.ACCOUNT_ID}`;
  new CfnUserPoolDomain(stack, "SignIn", { userPoolId: pool.userPoolId, domain: prefix });
  new CfnOutput(stack, "UserPoolId", { value: pool.userPoolId });
  return {
    stack,
    pool,
    issuer: `https://cognito-idp.${stack.region}.amazonaws.com/${pool.userPoolId}`,
    accountUrl: `https://cognito-idp.${stack.region}.amazonaws.com/`,
    signIn: `https://${prefix}.auth.${stack.region}.amazoncognito.com`,
  };
}

function accept(pool: UserPool, mfa: "optional" | "required") {
  acknowledge(pool, {
    "AwsSolutions-COG8":
      "The plus plan is priced by user, and adds threat protection. Only invited colleagues have an account, passwords have twelve characters, and a second factor can be required by configuration",
    ...(mfa === "optional" && {
      "AwsSolutions-COG2":
        "The second factor is required by one line of the configuration (mfa: required); until then it is not asked for, so that a first deployment can be tried",
    }),
  });
}
