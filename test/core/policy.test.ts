import { beforeAll, expect, test } from "vitest";
import { Organisation } from "../../packages/core/organisation/index.ts";
import { Workspace } from "../../packages/core/workspace/index.ts";
import { as, furnish, settings } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const shipped = Organisation.Policy.parse({});
const save = (policy: Partial<Organisation.Policy>, revision: number) =>
  as("admin", () => Organisation.savePolicy({ ...policy, revision }));
const revision = async () => (await Organisation.read()).revision;

test("what we ship holds until somebody saves another, and is shown", async () => {
  expect((await Organisation.read()).policy).toEqual(shipped);
  expect(shipped.window).toEqual({ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" });
  const window = { days: [1, 2], from: "08:00", to: "12:00" };
  const { policy } = await save({ window }, await revision());
  expect(policy).toEqual({ ...shipped, window });
  expect(await Organisation.policy()).toEqual(policy);
});

test("the settings keep the policy, and the policy the settings", async () => {
  const before = await Organisation.read();
  await as("admin", () => Workspace.save({ ...settings, name: "Other", revision: before.revision }));
  expect(await Organisation.read()).toMatchObject({ policy: before.policy, settings: { name: "Other" } });
  await save(before.policy, await revision());
  expect((await Organisation.read()).settings.name).toBe("Other");
});

test("other countries for consent than ours need a reason, which is kept with who gave it", async () => {
  const consentCountries = { countries: ["AT"], unknown: true };
  const refused = save({ consentCountries }, await revision());
  await expect(refused).rejects.toMatchObject({ problems: [{ field: "consentCountries.reason" }] });
  const reason = "Counsel's opinion of May";
  const { policy } = await save({ consentCountries: { ...consentCountries, reason } }, await revision());
  expect(policy.consentCountries.reason).toBe(reason);
  const told = await here.items({ type: "organisation.policy_changed", recruiterId: "admin" });
  expect(told.length).toBeGreaterThan(0);
});

test("each change of the countries says why anew; who changed what when and why can be read later", async () => {
  const chosen = (countries: string[], reason?: string) => ({
    consentCountries: { countries, unknown: true, ...(reason ? { reason } : {}) },
  });
  const last = "Counsel's opinion of May";
  for (const again of [chosen(["AT", "FR"]), chosen(["AT", "FR"], last)])
    await expect(save(again, await revision())).rejects.toMatchObject({
      problems: [{ field: "consentCountries.reason" }],
    });
  const window = { days: [1], from: "09:00", to: "10:00" };
  const { policy } = await save({ ...chosen(["AT"]), window }, await revision());
  expect(policy.consentCountries.reason).toBe(last);
  await save(chosen(["FR", "AT"], "France too, says counsel"), await revision());
  const { changes } = await as("admin", Organisation.consentChanges);
  expect(changes).toEqual([
    {
      ...{ at: here.clock.iso(), by: "admin", reason: "France too, says counsel" },
      from: { countries: ["AT"], unknown: true },
      to: { countries: ["FR", "AT"], unknown: true },
    },
    {
      ...{ at: here.clock.iso(), by: "admin", reason: last },
      from: { countries: ["DE", "AT"], unknown: true },
      to: { countries: ["AT"], unknown: true },
    },
  ]);
  const back = save(shipped, await revision());
  await expect(back).rejects.toMatchObject({ problems: [{ field: "consentCountries.reason" }] });
});

test("whoever saw an older one is refused, and who may not change it may not", async () => {
  await expect(save(shipped, 0)).rejects.toMatchObject({ kind: "conflict" });
  const asked = as("recruiter", () => Organisation.savePolicy({ revision: 1 }));
  await expect(asked).rejects.toMatchObject({ code: "permission.missing" });
});
