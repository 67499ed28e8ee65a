import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from "cdk-nag";

/** What a pack of rules has to say about one resource. */
export interface Finding {
  /** Path of the construct in the app. */
  readonly path: string;
  /** `AwsSolutions-IAM5[Resource::*]`. */
  readonly id: string;
}

const packs = (app: App): NagPack[] => [new AwsSolutionsChecks(app), new ServerlessChecks(app)];

/** What is left once everything that is acknowledged is taken off. */
export const findings = (app: App): Finding[] => packs(app).flatMap((pack) => found(pack, app));

/** What would be found if nothing were acknowledged. */
export const unforgiven = (app: App): Finding[] =>
  packs(app).flatMap((pack) => found(Object.assign(pack, { isAcknowledged: () => false }), app));

function found(pack: NagPack, app: App): Finding[] {
  const { violations } = pack.validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map((one) => ({
      path: (one as { constructPath?: string }).constructPath ?? "",
      id: ruleName,
    })),
  );
}

export interface Acknowledged extends Finding {
  readonly reason: string;
}

/** Everything that is acknowledged anywhere in the app. */
export const acknowledged = (app: App): Acknowledged[] =>
  app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>).map(([id, reason]) => ({
          path: node.path,
          id: id.replace(/^Annotation::/, ""),
          reason,
        })),
      ),
  );
