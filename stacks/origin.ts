import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { acknowledge } from "./acknowledge.ts";
import type { Scope } from "./scope.ts";

/** What CloudFront proves itself with; who asks the gateway directly does not know it. */
export interface OriginSecrets {
  /** What CloudFront sends. */
  readonly sent: Secret;
  /** What it will send after `secrets.origin` is raised; functions accept it besides, so that CloudFront may change before them. */
  readonly next: Secret;
}

/**
 * A secret for each generation of `secrets.origin`: this one, the next, and the one before, which a deployment that fails goes back to.
 * Each is exported, and the functions import two of them: CloudFormation takes back no export that is in use, so it refuses a
 * generation that the functions do not accept yet.
 */
export function originSecrets(stack: Stack, scope: Scope): OriginSecrets {
  const { origin } = scope.config.secrets;
  const of = (generation: number) => {
    const secret = secretOf(stack, scope, generation);
    stack.exportValue(secret.secretArn);
    return secret;
  };
  if (origin > 1) of(origin - 1);
  return { sent: of(origin), next: of(origin + 1) };
}

function secretOf(stack: Stack, { name }: Scope, generation: number): Secret {
  const secret = new Secret(stack, `OriginSecret${generation}`, {
    secretName: name(`origin-${generation}`),
    description: "What CloudFront proves itself with to the HTTP functions",
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(secret, {
    "AwsSolutions-SMG4":
      "CloudFront and the functions have to change one after the other, which a deployment with secrets.origin raised by one does; rotation by itself would change neither. It opens nothing but the way around the firewall",
  });
  return secret;
}
