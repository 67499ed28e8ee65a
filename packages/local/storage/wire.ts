import { type Context, Hono } from "hono";
import type { MovableClock } from "../clock/index.ts";
import type { Meter } from "../meter/index.ts";
import { bodyOf } from "./body.ts";
import { errorResponse, noSuchKey, S3Error } from "./error.ts";
import { listObjects } from "./list.ts";
import type { Objects, Stored } from "./objects.ts";
import { checkSignature } from "./signed.ts";

/** Headers S3 keeps with an object. */
const KEPT = /^(content-type|content-disposition|content-language|cache-control|x-amz-meta-.*)$/;

interface Options {
  readonly bucket: string;
  readonly objects: Objects;
  readonly clock: Pick<MovableClock, "ms">;
  readonly origins: readonly string[];
  readonly meter?: Meter;
}

/** The REST XML protocol of S3, path style, for the operations this machine has. */
export function wire({ bucket, objects, clock, origins, meter }: Options) {
  const app = new Hono({ strict: true });
  app.use(async (c, next) => {
    const origin = c.req.header("origin");
    if (origin !== undefined && origins.includes(origin)) allow(c, origin);
    if (c.req.method === "OPTIONS") return c.body(null, 204);
    checkSignature(c.req.raw, clock);
    if (c.req.path.split("/")[1] !== bucket)
      throw new S3Error("NoSuchBucket", "The specified bucket does not exist", 404);
    const unit = unitOf(c.req.method, c.req.path);
    if (unit) meter?.(unit, 1, c.req.method);
    return next();
  });
  const keyOf = (c: Context) => decode(c.req.path.slice(bucket.length + 2));
  for (const path of ["/:bucket", "/:bucket/"])
    app.get(path, async (c) => {
      const body = await listObjects(bucket, objects, c.req.query());
      return c.body(body, 200, { "content-type": "application/xml" });
    });
  app.put("/:bucket/:key{.+}", async (c) => {
    if (c.req.header("x-amz-copy-source") !== undefined) throw unknown();
    const data = await bodyOf(c.req.raw);
    const headers = Object.entries(c.req.header()).filter(([name]) => KEPT.test(name));
    const { etag } = await objects.put(keyOf(c), data, Object.fromEntries(headers));
    return c.body(null, 200, { etag });
  });
  // Hono answers HEAD with the GET route and drops the body.
  app.get("/:bucket/:key{.+}", async (c) => {
    const stored = await objects.find(keyOf(c));
    if (stored === undefined) throw noSuchKey();
    return answer(stored, await objects.read(stored), c);
  });
  app.delete("/:bucket/:key{.+}", async (c) => {
    await objects.remove(keyOf(c));
    return c.body(null, 204);
  });
  app.notFound(() => errorResponse(unknown()));
  app.onError((error) =>
    errorResponse(
      error instanceof S3Error ? error : new S3Error("InternalError", "This machine failed.", 500),
    ),
  );
  return app;
}

/** Lists cost as much as a write, and what is deleted costs nothing. */
function unitOf(method: string, path: string) {
  const list = path.split("/").length <= 2 || path.endsWith("/");
  if (method === "PUT" || (method === "GET" && list)) return "s3.write";
  return method === "DELETE" ? undefined : "s3.read";
}

const unknown = () => new S3Error("NotImplemented", "This machine does not have this call.", 501);

function decode(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new S3Error("InvalidURI", "Couldn't parse the specified URI.", 400);
  }
}

/** One object or the range asked for; presigned `response-*` parameters win over the headers kept. */
function answer(stored: Stored, data: Buffer, c: Context) {
  const headers = new Headers(stored.headers);
  headers.set("etag", stored.etag);
  headers.set("last-modified", new Date(stored.lastModified).toUTCString());
  headers.set("accept-ranges", "bytes");
  for (const name of ["content-type", "content-disposition", "cache-control"]) {
    const override = c.req.query(`response-${name}`);
    if (override !== undefined) headers.set(name, override);
  }
  for (const [name, value] of c.res.headers) headers.set(name, value);
  const range = rangeOf(c.req.header("range"), data.length);
  if (range !== undefined) headers.set("content-range", `bytes ${range.from}-${range.to}/${data.length}`);
  const part = range === undefined ? data : data.subarray(range.from, range.to + 1);
  headers.set("content-length", String(part.length));
  return new Response(new Uint8Array(part), { status: range === undefined ? 200 : 206, headers });
}

/** `bytes=2-5`, `bytes=2-`, `bytes=-5` (RFC 9110, 14.1.2); anything else reads the whole object. */
function rangeOf(header: string | undefined, size: number) {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to) throw new S3Error("InvalidRange", "The requested range is not satisfiable", 416);
  return { from, to };
}

/** What a bucket's CORS rules would say: the product's own origins may use presigned addresses. */
function allow(c: Context, origin: string) {
  c.header("access-control-allow-origin", origin);
  c.header("access-control-allow-methods", "GET, PUT, HEAD");
  c.header("access-control-allow-headers", "content-type, x-amz-meta-name");
  c.header("access-control-expose-headers", "etag");
  c.header("vary", "origin");
}
