import type { Permission } from "@perennial/core/team";
import * as z from "zod";

export interface About {
  /** What the operation asserts in core; `none` for what every signed-in colleague may do. */
  readonly permission: Permission | "none";
  readonly summary: string;
  /** Status of success; 200 unless something was created. */
  readonly status?: 200 | 201;
}

/** One route: a core operation at a method and path. Path parameters, query and body are one input. */
export interface Route<M extends Method, P extends string, I, O> extends About {
  readonly method: M;
  readonly path: P;
  readonly schema: z.ZodType;
  run(input: I): Promise<O>;
}

export type Method = "GET" | "POST" | "PUT";

/** An operation, or a plain function where there is nothing to say. */
type Operation<I, O> = ((input: I) => O | Promise<O>) & { readonly schema?: z.ZodType };

const route =
  <M extends Method>(method: M) =>
  <P extends string, I, O>(path: P, operation: Operation<I, O>, about: About): Route<M, P, I, O> => ({
    ...about,
    method,
    path,
    schema: operation.schema ?? z.strictObject({}),
    run: async (input: I) => operation(input),
  });

export const get = route("GET");
export const post = route("POST");
export const put = route("PUT");
