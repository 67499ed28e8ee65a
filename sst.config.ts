/// <reference path="./.sst/platform/config.d.ts" />

/**
 * The door for users of SST: `sst deploy` deploys the templates of `npx cdk deploy --all`, and no others. `sst dev` deploys nothing and
 * starts the local cloud. The types come with `sst install`; CONTRIBUTING.md says how this file is checked.
 */
export default $config({
  async app(input) {
    const { default: configure } = await import("./perennial.config.ts");
    const stage = input.stage ?? "dev";
    return {
      name: "perennial",
      home: "aws",
      removal: stage === "production" ? "retain" : "remove",
      protect: stage === "production",
      providers: { aws: { version: "7.20.0", region: configure(stage).region } },
    };
  },
  async run() {
    const { deploy, refuseDeployed } = await import("./stacks/sst/deploy.ts");
    new sst.x.DevCommand("LocalCloud", { dev: { command: "npm start", autostart: true } });
    if ($dev) return refuseDeployed($app.stage);
    const { synthesise } = await import("./stacks/sst/synthesise.ts");
    const { accountId } = await aws.getCallerIdentity({});
    const output = deploy(synthesise($cli.paths.root, $app.stage, accountId));
    const properties = {
      siteUrl: output("web", "SiteUrl"),
      userPoolId: output("auth", "UserPoolId"),
      alarmTopic: output("observability", "AlarmTopic"),
    };
    new sst.Linkable("Perennial", { properties });
    return properties;
  },
});
