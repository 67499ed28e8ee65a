import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "./error.ts";
import { type Permission, permits, type Role } from "./team/permissions.ts";

/** Who is acting. It comes from the edge (a verified token, a queue, a workflow), never from input. */
export type Identity =
  | {
      readonly kind: "recruiter";
      readonly id: string;
      readonly role: Role;
      readonly name: string;
      readonly email: string;
    }
  | { readonly kind: "candidate"; readonly id: string }
  | {
      readonly kind: "visitor";
      /** Where she asks from: for counting only, kept and logged nowhere. */
      readonly ip?: string;
    }
  | { readonly kind: "system"; readonly id: string };

export type Acting = Identity & {
  /** The id that follows one cause from the edge to the mail and the figure. */
  readonly trace: string;
};

const storage = new AsyncLocalStorage<Acting>();

export const Actor = {
  /** Runs as somebody; everything below sees this actor. */
  run: <R>(acting: Acting, run: () => R): R => storage.run(acting, run),

  /** Who is acting; a bug if nobody is. */
  use(): Acting {
    const acting = storage.getStore();
    if (!acting) throw new Error("No actor: every edge must name who acts");
    return acting;
  },

  /** The trace that new events, enrolments and messages carry. */
  trace: () => Actor.use().trace,

  /** How events name the actor: `recruiter:…`, `candidate:…`, `visitor`, `system:…`. */
  name(): string {
    const acting = Actor.use();
    return acting.kind === "visitor" ? "visitor" : `${acting.kind}:${acting.id}`;
  },

  /** Continues under another trace, e.g. that of the enrolment a worker picks up. */
  follow: <R>(trace: string, run: () => R): R => storage.run({ ...Actor.use(), trace }, run),

  /** Continues as the person whose token was verified, under the trace that began with her. */
  candidate: <R>({ candidateId: id, trace }: { candidateId: string; trace: string }, run: () => R): R =>
    storage.run({ kind: "candidate", id, trace }, run),

  /** Refuses unless the acting recruiter's role has the permission; the system may do everything it has code for. */
  assert(permission: Permission): void {
    const acting = Actor.use();
    if (acting.kind === "system") return;
    if (acting.kind === "recruiter" && permits(acting.role, permission)) return;
    throw new AppError(
      "forbidden",
      "permission.missing",
      `This needs the permission "${permission}". Ask an admin for it.`,
    );
  },
};
