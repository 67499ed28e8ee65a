import { expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Organisation } from "../../packages/core/organisation/index.ts";
import { Workspace } from "../../packages/core/workspace/index.ts";
import { intercept, outage } from "./support/intercept.ts";
import { as, settings } from "./support/people.ts";
import { table } from "./support/table.ts";

table();
const save = () => as("admin", () => Workspace.save({ ...settings, revision: 0 }));

test.each(["form", "template", "campaign", "organisation"])(
  "cut short at the %s: the settings are not saved yet, so that saving them again brings the rest",
  async (kind) => {
    const writes = ({ name, text }: { name: string; text: string }) =>
      name === "TransactWriteItemsCommand" && text.includes(`"__edb_e__":"${kind}"`);
    const { status } = await intercept(writes, outage, save);
    expect(status).toBe("rejected");
    expect((await Organisation.read()).revision).toBe(0);
  },
);

test("once they are saved, the welcome campaign is there to be launched", async () => {
  await save();
  const { campaigns } = await as("admin", () => Campaign.list());
  expect(campaigns).toMatchObject([{ name: "Welcome", state: "draft" }]);
});
