import type { Routes as Table } from "@perennial/functions/api/routes.ts";

type Operation<E extends Table> = E["run"] extends (input: infer I) => Promise<infer O>
  ? { input: I; output: O }
  : never;

/** Every route of the API by `METHOD /path`, with what goes in and what comes out, as its own table says. */
export type Routes = { [E in Table as `${E["method"]} ${E["path"]}`]: Operation<E> };

export type RouteKey = keyof Routes;
export type Output<R extends RouteKey> = Routes[R]["output"];

export type Me = Output<"GET /v1/me">;
export type Organisation = Output<"GET /v1/organisation">;
export type FormRow = Output<"GET /v1/forms">["forms"][number];
export type TemplateRow = Output<"GET /v1/templates">["templates"][number];

/** A field that is missing or refused, with the sentence that says what to do. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}
