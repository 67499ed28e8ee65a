import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { newId } from "../../packages/core/id.ts";
import { Organisation } from "../../packages/core/organisation/index.ts";
import { Template } from "../../packages/core/template/index.ts";
import { Workspace } from "../../packages/core/workspace/index.ts";
import { as, furnish, settings } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const conflict = { kind: "conflict", code: "changed.meanwhile" };
const kinds = (results: PromiseSettledResult<unknown>[]) => results.map(({ status }) => status).sort();
const wordings = { en: { subject: "Hello", body: "Hello" } };

test("of two admins who save the settings at once one wins, the other is told", () =>
  as("admin", async () => {
    const { revision } = await Organisation.read();
    const saves = ["One", "Two"].map((name) => Workspace.save({ ...settings, name, revision }));
    expect(kinds(await Promise.allSettled(saves))).toEqual(["fulfilled", "rejected"]);
    expect((await Organisation.read()).revision).toBe(revision + 1);
  }));

test("a stale page can't overwrite the settings, nor create them once more", () =>
  as("admin", async () => {
    const { revision } = await Organisation.read();
    await Workspace.save({ ...settings, revision });
    for (const stale of [revision, 0, revision + 7])
      await expect(Workspace.save({ ...settings, revision: stale })).rejects.toMatchObject(conflict);
  }));

test("saving the settings again lays nothing out twice and leaves what was changed", () =>
  as("admin", async () => {
    const count = async () => [
      (await Template.list(async () => new Map())()).templates.length,
      (await Campaign.list()).campaigns.length,
    ];
    const before = await count();
    const { revision } = await Organisation.read();
    await Workspace.save({ ...settings, revision });
    expect(await count()).toEqual(before);
  }));

test("what a workspace starts with is in the log like everything else that was written, once", async () => {
  const written = async (type: string, id: string) => (await here.items({ type })).map((event) => event[id]);
  const [welcome] = await here.items({ __edb_e__: "campaign", name: "Welcome" });
  const [mail] = await here.items({ __edb_e__: "template", name: "Welcome" });
  const campaigns = await written("campaign.written", "campaignId");
  expect(campaigns.filter((id) => id === welcome?.campaignId)).toHaveLength(1);
  const facts = (await here.items({ type: "template.written" })).map(({ data }) => data);
  expect(facts).toContainEqual({ templateId: mail?.templateId, revision: 1 });
});

test("of two who save a template at once one wins, and no word of the other is mixed in", () =>
  as("recruiter", async () => {
    const { templateId, revision } = await Template.create({ name: "Note", wordings });
    const saves = ["One", "Two"].map((name) =>
      Template.save({ templateId, revision, name, wordings: { en: { subject: name, body: name } } }),
    );
    expect(kinds(await Promise.allSettled(saves))).toEqual(["fulfilled", "rejected"]);
    const saved = await Template.get({ templateId });
    expect(saved.wordings.en).toEqual({ subject: saved.name, body: saved.name });
    expect(saved.revision).toBe(revision + 1);
  }));

test("a stale template page is told so; a template that is not there is missing", () =>
  as("recruiter", async () => {
    const { templateId } = await Template.create({ name: "Note", wordings });
    await Template.save({ templateId, revision: 1, name: "Newer", wordings });
    const stale = Template.save({ templateId, revision: 1, name: "Older", wordings });
    await expect(stale).rejects.toMatchObject(conflict);
    const gone = Template.save({ templateId: `tpl_${"0".repeat(26)}`, revision: 1, name: "X", wordings });
    await expect(gone).rejects.toMatchObject({ kind: "missing", code: "template.missing" });
  }));

const draft = async () => {
  const { templateId } = await Template.create({
    name: "Note",
    wordings: { ...wordings, de: { subject: "Hallo", body: "Hallo" } },
  });
  const steps = [{ stepId: "hello", kind: "email" as const, templateId }];
  return { name: "Hello", entry: { kind: "form" as const, formId: COMMUNITY }, steps };
};

test("two who launch at once launch once", () =>
  as("recruiter", async () => {
    const { campaignId, revision } = await Campaign.create(await draft());
    const launches = [1, 2].map(() => Campaign.launch({ campaignId, revision }));
    expect(kinds(await Promise.allSettled(launches))).toEqual(["fulfilled", "rejected"]);
    expect(await Campaign.read(campaignId)).toMatchObject({ state: "running", epoch: 1, revision: 2 });
    expect(await here.items({ type: "campaign.launched", campaignId })).toHaveLength(1);
  }));

test("who launches and who saves at once: one of them, never both", () =>
  as("recruiter", async () => {
    const given = await draft();
    const { campaignId, revision } = await Campaign.create(given);
    const both = [
      Campaign.launch({ campaignId, revision }),
      Campaign.save({ ...given, name: "Changed", campaignId, revision }),
    ];
    expect(kinds(await Promise.allSettled(both))).toEqual(["fulfilled", "rejected"]);
  }));

test("a launched campaign is not launched twice, and who enters stays as it is", () =>
  as("recruiter", async () => {
    const given = await draft();
    const { campaignId, revision } = await Campaign.create(given);
    const launched = await Campaign.launch({ campaignId, revision });
    const again = { campaignId, revision: launched.revision };
    await expect(Campaign.launch(again)).rejects.toMatchObject(conflict);
    const entry = { kind: "segment" as const, segmentId: newId("seg"), mode: "once" as const };
    await expect(Campaign.save({ ...given, ...again, entry })).rejects.toMatchObject({
      kind: "conflict",
    });
  }));
