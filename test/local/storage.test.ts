import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storage as infra } from "../../infra/index.ts";
import { type MovableClock, openClock } from "../../packages/local/clock/index.ts";
import { startStorage } from "../../packages/local/storage/index.ts";
import { openStore, type Store } from "../../packages/local/store.ts";

const Bucket = infra.bucket;
let dir: string;
let store: Store;
let clock: MovableClock;
let storage: Awaited<ReturnType<typeof startStorage>>;
let client: S3Client;

async function start() {
  store = await openStore(join(dir, "cloud"));
  clock = await openClock(store);
  const origins = ["http://127.0.0.1:4400"];
  const { expiry } = infra;
  storage = await startStorage({ bucket: Bucket, path: join(dir, "files"), store, clock, origins, expiry });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new S3Client({
    endpoint: storage.endpoint,
    region: "us-east-1",
    credentials,
    forcePathStyle: true,
  });
}
async function stop() {
  client.destroy();
  await storage.stop();
  await store.close();
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "storage-"));
  await start();
});
afterEach(async () => {
  await stop();
  await rm(dir, { recursive: true });
});

const put = (Key: string, Body: string | Buffer, more = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = async (Key: string, more = {}) => {
  const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: await answer.Body?.transformToString() };
};

test("an object comes back over a restart with its bytes, type and metadata", async () => {
  await put("imports/Grüße & more.csv", "name\nÄda", { ContentType: "text/csv", Metadata: { rows: "1" } });
  await stop();
  await start();
  const read = await get("imports/Grüße & more.csv");
  expect(read).toMatchObject({ text: "name\nÄda", ContentType: "text/csv", Metadata: { rows: "1" } });
  const head = await client.send(new HeadObjectCommand({ Bucket, Key: "imports/Grüße & more.csv" }));
  expect(head).toMatchObject({ ContentLength: 9, ETag: read.ETag });
});

test("a key says nothing to the disk: any name is one file below the directory", async () => {
  const odd = `%2e%2e/..\\out//side/${"x".repeat(900)}`;
  await put(odd, "a");
  await put(odd, "b");
  expect((await get(odd)).text).toBe("b");
  expect(await readdir(join(dir, "files"))).toHaveLength(1);
  await expect(put("../../outside", "a")).rejects.toMatchObject({ name: "NoSuchBucket" });
});

test("ranges and streams", async () => {
  await put("a", "0123456789");
  expect((await get("a", { Range: "bytes=2-4" })).text).toBe("234");
  expect((await get("a", { Range: "bytes=-3" })).ContentRange).toBe("bytes 7-9/10");
  await expect(get("a", { Range: "bytes=20-30" })).rejects.toMatchObject({ name: "InvalidRange" });
  const Body = Readable.from([Buffer.from("in two "), Buffer.from("parts")]);
  await client.send(new PutObjectCommand({ Bucket, Key: "b", Body, ContentLength: 12 }));
  expect((await get("b")).text).toBe("in two parts");
});

test("what is not there is said in S3's words", async () => {
  await expect(get("nothing")).rejects.toMatchObject({ name: "NoSuchKey" });
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: "nothing" }))).rejects.toMatchObject({
    name: "NotFound",
  });
  await client.send(new DeleteObjectCommand({ Bucket, Key: "nothing" }));
  await expect(client.send(new ListObjectsV2Command({ Bucket: "other" }))).rejects.toMatchObject({
    name: "NoSuchBucket",
  });
});

test("lists page by page, folded at a delimiter", async () => {
  for (const key of ["a/1", "a/2", "b", "c/1", "d"]) await put(key, key);
  const list = (more: object) => client.send(new ListObjectsV2Command({ Bucket, ...more }));
  const first = await list({ Delimiter: "/", MaxKeys: 2 });
  expect(first.CommonPrefixes).toEqual([{ Prefix: "a/" }]);
  expect(first.Contents?.map(({ Key }) => Key)).toEqual(["b"]);
  const second = await list({ Delimiter: "/", MaxKeys: 2, ContinuationToken: first.NextContinuationToken });
  expect(second).toMatchObject({ CommonPrefixes: [{ Prefix: "c/" }], IsTruncated: false });
  expect((await list({ Prefix: "a/" })).KeyCount).toBe(2);
});

test("a presigned address works without credentials until it expires by the clock", async () => {
  const signingDate = new Date(clock.ms());
  const options = { expiresIn: 300, signingDate };
  const upload = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: "x" }), options);
  expect((await fetch(upload, { method: "PUT", body: "hello" })).status).toBe(200);
  const download = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: "x" }), options);
  const answer = await fetch(download, { headers: { origin: "http://127.0.0.1:4400" } });
  expect(await answer.text()).toBe("hello");
  expect(answer.headers.get("access-control-allow-origin")).toBe("http://127.0.0.1:4400");
  await clock.moveTo(clock.ms() + 301_000);
  expect((await fetch(download)).status).toBe(403);
  expect((await fetch(`${storage.endpoint}/${Bucket}/x`)).status).toBe(403);
});

test("what lies below a prefix for a while goes by itself, by the movable clock", async () => {
  await put("uploads/a", "a");
  await put("exports/b", "b");
  await clock.moveTo(clock.ms() + 31 * 86_400_000);
  await expect(get("uploads/a")).rejects.toMatchObject({ name: "NoSuchKey" });
  expect((await get("exports/b")).text).toBe("b");
});
