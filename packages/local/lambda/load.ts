import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { InvocationContext } from "./context.ts";
import { LambdaError } from "./error.ts";

export type Handler = (event: unknown, context: InvocationContext) => unknown;

/** Loads handlers by their path below the root, each module once. */
export function loader(root: string) {
  const loaded = new Map<string, Promise<Handler>>();
  return (path: string) => {
    const handler = loaded.get(path) ?? load(root, path);
    loaded.set(path, handler);
    return handler;
  };
}

async function load(root: string, path: string): Promise<Handler> {
  const module = await import(pathToFileURL(resolve(root, path)).href).catch((error: unknown) => {
    throw new LambdaError("Runtime.ImportModuleError", `Can't load ${path}: ${String(error)}`);
  });
  if (typeof module.handler !== "function")
    throw new LambdaError("Runtime.HandlerNotFound", `${path} exports no function named handler`);
  return module.handler;
}
