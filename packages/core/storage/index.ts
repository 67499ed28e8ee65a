export * as Storage from "./index.ts";

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { Clock } from "../clock.ts";
import { Config } from "../config.ts";

/** A presigned address can carry no checksum of bytes that are not known yet. */
const client = new S3Client({
  maxAttempts: 4,
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
});

const UPLOAD_SECONDS = 3600;
const DOWNLOAD_SECONDS = 300;

const at = (Key: string) => ({ Bucket: Config.bucket(), Key });

/** What a browser needs to put one file where it may. */
export interface Upload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An address for one upload of exactly this many bytes, good for an hour: the length is signed (SigV4, signed headers). */
export async function upload(key: string, bytes: number): Promise<Upload> {
  const type = "text/csv";
  const command = new PutObjectCommand({ ...at(key), ContentLength: bytes, ContentType: type });
  const signableHeaders = new Set(["host", "content-length", "content-type"]);
  const url = await getSignedUrl(client, command, {
    expiresIn: UPLOAD_SECONDS,
    signingDate: Clock.now(),
    signableHeaders,
  });
  return { url, headers: { "content-type": type } };
}

/** An address from which a file can be saved under this name, good for five minutes. */
export const download = (key: string, fileName: string): Promise<string> =>
  getSignedUrl(
    client,
    new GetObjectCommand({
      ...at(key),
      ResponseContentType: "text/csv; charset=utf-8",
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    }),
    { expiresIn: DOWNLOAD_SECONDS, signingDate: Clock.now() },
  );

/** A file's bytes; undefined where there is none. */
export async function read(key: string): Promise<Buffer | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand(at(key)));
    return Body && Buffer.from(await Body.transformToByteArray());
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** Whether there is such a file, without reading it. */
export async function exists(key: string): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand(at(key)));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

export async function write(key: string, body: string): Promise<void> {
  await client.send(new PutObjectCommand({ ...at(key), Body: body }));
}

/** Removing what is not there is no error. */
export async function remove(key: string): Promise<void> {
  await client.send(new DeleteObjectCommand(at(key)));
}
