import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type Answer, plain } from "./answer.ts";
import { decode } from "./target.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json",
};
const COMPRESSED = /^(text\/|application\/|image\/svg)/;

interface File {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly modified: number;
}

/** The web app's static files: what the bucket behind CloudFront serves. */
export function createSite(root: string) {
  const read = new Map<string, File>();

  async function load(path: string): Promise<File | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const before = read.get(path);
    if (before?.modified === found.mtimeMs) return before;
    const body = await readFile(path);
    const etag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const file = { type, body, etag, modified: found.mtimeMs };
    read.set(path, file);
    return file;
  }
  /** A navigation to a path that is no file is the app's own route: it gets the page, anything else a 404. */
  async function answer(request: IncomingMessage, path: string): Promise<Answer> {
    const segments = path.split("/").map(decode);
    const safe = segments.every((part) => part !== ".." && !/[\\/\0]/.test(part));
    const file = safe && path !== "/" ? await load(join(root, ...segments)) : undefined;
    if (file !== undefined) return fresh(request, file, /^\/assets\//.test(path));
    if (path !== "/" && !isNavigation(request))
      return plain(404, { "content-type": "text/plain; charset=utf-8" }, "Not found");
    const page = await load(join(root, "index.html"));
    return page === undefined ? notBuilt() : fresh(request, page, false);
  }
  return { answer };
}

/** Only a browser that wants a page asks for `text/html`; its scripts, images and fetches do not. */
const isNavigation = ({ headers }: IncomingMessage) => (headers.accept ?? "").includes("text/html");

/** Files below `/assets/` carry a hash in their name and never change. */
function fresh(request: IncomingMessage, { type, body, etag }: File, hashed: boolean): Answer {
  const headers = {
    "content-type": type,
    "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${etag}"`,
  };
  const known = request.headers["if-none-match"] === headers.etag;
  return { status: known ? 304 : 200, headers, cookies: [], body };
}

const notBuilt = () =>
  plain(
    503,
    { "content-type": TYPES[".html"] ?? "", "cache-control": "no-store" },
    `<!doctype html><html lang="en"><title>Perennial</title><body><main><h1>The web app is not built yet</h1><p>Run <code>npm run build</code>, then load this page again.</p></main></body></html>`,
  );

const squeezed = new Map<string, Buffer>();
const MAX_SQUEEZED = 500;
/** The highest level takes seconds for a large answer. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Compresses what is worth it, in the encoding the browser likes best. What has an etag is compressed once. */
export function compressed(request: IncomingMessage, answer: Answer): Answer {
  const { headers, body, status } = answer;
  if (status === 304 || body.length < 1000 || !COMPRESSED.test(headers["content-type"] ?? "")) return answer;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
  if (encoding === undefined || headers["content-encoding"] !== undefined) return answer;
  const key = headers.etag && `${encoding} ${headers.etag}`;
  const smaller =
    (key && squeezed.get(key)) || (encoding === "br" ? brotliCompressSync(body, BROTLI) : gzipSync(body));
  if (key && squeezed.size < MAX_SQUEEZED) squeezed.set(key, smaller);
  return {
    ...answer,
    headers: { ...headers, "content-encoding": encoding, vary: "accept-encoding" },
    body: smaller,
  };
}
