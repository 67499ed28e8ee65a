export * as Team from "./index.ts";

import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { AppError } from "../error.ts";
import { entities } from "../service.ts";
import { permissionsOf, Role } from "./permissions.ts";

export { type Permission, permissionsOf, permits, Role } from "./permissions.ts";

/** The role that a sign-in's groups give: the widest that is ours; nobody gets in without one. */
export function roleOf(groups: readonly string[]): Role {
  const role = Role.options.find((candidate) => groups.includes(candidate));
  if (role) return role;
  throw new AppError(
    "forbidden",
    "team.no_role",
    "Your account has no role here. Ask an admin to add you to a group.",
  );
}

/** The colleague who is signed in; remembered on the first call, so that her id in the log has a name. */
export async function me() {
  const acting = Actor.use();
  if (acting.kind !== "recruiter") throw new AppError("unauthenticated", "team.signed_out", "Please sign in");
  const { id: recruiterId, name, email, role } = acting;
  const { data } = await entities.recruiter.get({ recruiterId }).go();
  if (!data || data.role !== role || data.name !== name)
    await entities.recruiter
      .put({ recruiterId, name, email, role, firstSeenAt: data?.firstSeenAt ?? Clock.iso() })
      .go();
  return { recruiterId, name, email, role, permissions: permissionsOf(role) };
}

/** Everybody who has ever signed in, by name. */
export async function list(): Promise<{ recruiters: { recruiterId: string; name: string }[] }> {
  Actor.assert("people.read");
  const { data } = await entities.recruiter.query.catalogue({}).go({ pages: "all" });
  const recruiters = data.map(({ recruiterId, name }) => ({ recruiterId, name }));
  return { recruiters: recruiters.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** Names of colleagues; whoever never signed in has none. */
export async function names(ids: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(ids)].map((recruiterId) => ({ recruiterId }));
  const colleagues = await batchGet(keys, (some) => entities.recruiter.get(some).go());
  return new Map(colleagues.map(({ recruiterId, name }) => [recruiterId, name]));
}
