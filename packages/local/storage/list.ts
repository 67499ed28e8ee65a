import type { Objects, Stored } from "./objects.ts";
import { element, xml } from "./xml.ts";

const MAX_KEYS = 1000;

/** ListObjectsV2 (S3 API reference): keys below a prefix, folded at a delimiter, page by page. */
export async function listObjects(bucket: string, objects: Objects, query: Readonly<Record<string, string>>) {
  const { prefix = "", delimiter = "" } = query;
  const size = Math.min(Number(query["max-keys"] ?? MAX_KEYS), MAX_KEYS);
  const token = query["continuation-token"];
  const after =
    token === undefined ? (query["start-after"] ?? "") : Buffer.from(token, "base64url").toString();
  const { found, folders, next } = await page(objects, { prefix, delimiter, size, after });
  const encode = query["encoding-type"] === "url" ? encodeURIComponent : (text: string) => text;
  return xml("ListBucketResult", [
    element("Name", bucket),
    element("Prefix", encode(prefix)),
    element("MaxKeys", size),
    element("KeyCount", found.length + folders.length),
    element("IsTruncated", next !== undefined),
    ...(next === undefined
      ? []
      : [element("NextContinuationToken", Buffer.from(next).toString("base64url"))]),
    ...found.map((stored) => element("Contents", contents(stored, encode))),
    ...folders.map((folder) => element("CommonPrefixes", [element("Prefix", encode(folder))])),
  ]);
}

const contents = ({ key, lastModified, etag, size }: Stored, encode: (text: string) => string) => [
  element("Key", encode(key)),
  element("LastModified", lastModified),
  element("ETag", etag),
  element("Size", size),
  element("StorageClass", "STANDARD"),
];

interface Page {
  readonly prefix: string;
  readonly delimiter: string;
  readonly size: number;
  /** A key, or a folder of the page before. */
  readonly after: string;
}

async function page(objects: Objects, { prefix, delimiter, size, after }: Page) {
  const found: Stored[] = [];
  const folders: string[] = [];
  let last: string | undefined;
  for await (const stored of objects.under(prefix, after)) {
    if (!stored.key.startsWith(prefix)) break;
    const cut = delimiter === "" ? -1 : stored.key.indexOf(delimiter, prefix.length);
    const folder = cut === -1 ? undefined : stored.key.slice(0, cut + delimiter.length);
    if (folder !== undefined && (folder === folders.at(-1) || folder === after)) continue;
    if (found.length + folders.length === size) return { found, folders, next: last };
    if (folder === undefined) found.push(stored);
    else folders.push(folder);
    last = folder ?? stored.key;
  }
  return { found, folders, next: undefined };
}
