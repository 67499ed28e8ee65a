import * as z from "zod";

export const Role = z.enum(["admin", "recruiter", "viewer"]);
export type Role = z.infer<typeof Role>;

/** What each role may do. A role holds its own line and nothing is inherited, so that the table can be read at a glance. */
const grants = {
  viewer: ["people.read", "campaigns.read", "templates.read", "organisation.read"],
  recruiter: [
    "people.read",
    "people.write",
    "people.import",
    "people.export",
    "segments.write",
    "campaigns.read",
    "campaigns.write",
    "campaigns.launch",
    "templates.read",
    "templates.write",
    "organisation.read",
  ],
  admin: [
    "people.read",
    "people.write",
    "people.import",
    "people.export",
    "people.sample",
    "segments.write",
    "campaigns.read",
    "campaigns.write",
    "campaigns.launch",
    "templates.read",
    "templates.write",
    "organisation.read",
    "organisation.write",
  ],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof grants)["admin"][number];

export const permits = (role: Role, permission: Permission): boolean =>
  (grants[role] as readonly string[]).includes(permission);

export const permissionsOf = (role: Role): readonly Permission[] => grants[role];
