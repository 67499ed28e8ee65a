import { expect, test } from "vitest";
import { Actor } from "../../packages/core/actor.ts";
import { type Role, Team } from "../../packages/core/team/index.ts";
import { as } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const colleague = { id: "ana", name: "Ana", email: "ana@acme.example", trace: "trc_test" };
const me = (role: Role, name = "Ana") =>
  Actor.run({ ...colleague, kind: "recruiter", role, name }, () => Team.me());
const kept = () => here.items({ __edb_e__: "recruiter", recruiterId: "ana" });

test("who is signed in hears who she is and what she may do, and is remembered by name", async () => {
  expect(await me("viewer")).toMatchObject({ recruiterId: "ana", role: "viewer", name: "Ana" });
  const [item = {}] = await kept();
  expect(item).toMatchObject({ name: "Ana", role: "viewer" });
  expect(await as("viewer", Team.list)).toEqual({ recruiters: [{ recruiterId: "ana", name: "Ana" }] });
  expect(await Team.names(["ana", "nobody", "ana"])).toEqual(new Map([["ana", "Ana"]]));
});

test("a new role or name comes with the next sign-in; the day she came first stays", async () => {
  const [{ firstSeenAt } = {}] = await kept();
  here.clock.forward(86_400_000);
  expect((await me("admin", "Ana Ruiz")).permissions).toContain("organisation.write");
  expect(await kept()).toMatchObject([{ name: "Ana Ruiz", role: "admin", firstSeenAt }]);
});

test("whoever is not a colleague is asked to sign in", async () => {
  for (const who of ["visitor", "system"] as const)
    await expect(as(who, () => Team.me())).rejects.toMatchObject({ kind: "unauthenticated" });
});
