import { expect, test } from "vitest";
import { Actor } from "../../packages/core/actor.ts";
import { type Permission, permissionsOf, permits, Role, Team } from "../../packages/core/team/index.ts";

const may = (role: Role) =>
  Object.fromEntries(permissionsOf("admin").map((permission) => [permission, permits(role, permission)]));

test("a viewer reads everything and changes nothing", () => {
  expect(may("viewer")).toEqual({
    "people.read": true,
    "campaigns.read": true,
    "templates.read": true,
    "organisation.read": true,
    "campaigns.write": false,
    "campaigns.launch": false,
    "templates.write": false,
    "organisation.write": false,
    "people.write": false,
    "people.import": false,
    "people.export": false,
    "people.sample": false,
    "segments.write": false,
  });
});

test("a recruiter writes and launches; settings and sample people are an admin's", () => {
  const { "organisation.write": settings, "people.sample": sample, ...rest } = may("recruiter");
  expect([settings, sample]).toEqual([false, false]);
  expect(Object.values(rest).every(Boolean)).toBe(true);
});

test("an admin may do everything there is", () => {
  expect(Object.values(may("admin")).every(Boolean)).toBe(true);
  for (const role of Role.options)
    expect(permissionsOf("admin")).toEqual(expect.arrayContaining([...permissionsOf(role)]));
});

test("the widest of her groups counts; groups that are not ours give nothing", () => {
  expect(Team.roleOf(["viewer", "recruiter"])).toBe("recruiter");
  expect(Team.roleOf(["viewer", "admin", "recruiter"])).toBe("admin");
  for (const groups of [[], [""], ["Admin"], ["administrators"], ["__proto__"]])
    expect(() => Team.roleOf(groups)).toThrow("no role here");
});

const trace = "trc_test";
const assertAs = (acting: Parameters<typeof Actor.run>[0], permission: Permission) =>
  Actor.run(acting, () => Actor.assert(permission));

test("only colleagues with the permission and the system pass; candidates and visitors never", () => {
  const ana = { kind: "recruiter" as const, id: "ana", name: "Ana", email: "ana@acme.example", trace };
  expect(() => assertAs({ ...ana, role: "recruiter" }, "campaigns.launch")).not.toThrow();
  expect(() => assertAs({ ...ana, role: "viewer" }, "campaigns.launch")).toThrow("campaigns.launch");
  expect(() => assertAs({ kind: "system", id: "job", trace }, "organisation.write")).not.toThrow();
  for (const permission of permissionsOf("admin")) {
    expect(() => assertAs({ kind: "visitor", trace }, permission)).toThrow(permission);
    expect(() => assertAs({ kind: "candidate", id: "cnd_1", trace }, permission)).toThrow(permission);
  }
});

test("where nobody acts, nothing passes", () => {
  expect(() => Actor.assert("people.read")).toThrow("No actor");
});
