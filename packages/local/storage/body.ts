import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { S3Error } from "./error.ts";

/** Presigned uploads go through the browser: a single PUT may have 5 GB on S3, here far less. */
const MAX_BYTES = 100 * 1024 * 1024;

/** The object's bytes, out of the SDK's chunked framing where it uses it, checked against the checksums sent along. */
export async function bodyOf(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > MAX_BYTES) throw tooLarge();
  const received = Buffer.from(await request.arrayBuffer());
  const chunked = request.headers.get("x-amz-content-sha256")?.startsWith("STREAMING-") ?? false;
  const { data, trailers } = chunked
    ? unchunk(received)
    : { data: received, trailers: new Map<string, string>() };
  if (data.length > MAX_BYTES) throw tooLarge();
  const expect = (name: string) => trailers.get(name) ?? request.headers.get(name) ?? undefined;
  verify(expect("x-amz-checksum-crc32"), () => crc32Of(data));
  verify(expect("x-amz-checksum-sha256"), () => createHash("sha256").update(data).digest("base64"));
  verify(expect("content-md5"), () => createHash("md5").update(data).digest("base64"));
  return data;
}

const tooLarge = () =>
  new S3Error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400);

function verify(expected: string | undefined, actual: () => string) {
  if (expected !== undefined && expected !== actual())
    throw new S3Error("BadDigest", "The checksum you specified did not match what we received.", 400);
}

function crc32Of(data: Buffer) {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(crc32(data));
  return four.toString("base64");
}

/** `aws-chunked`: `HEX[;chunk-signature=..]\r\n DATA \r\n ... 0\r\n trailer:value\r\n` (S3 API reference, SigV4 streaming). */
function unchunk(framed: Buffer) {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = framed.indexOf("\r\n", at);
    const size = Number.parseInt(framed.toString("latin1", at, lineEnd), 16);
    if (lineEnd === -1 || Number.isNaN(size) || lineEnd + 2 + size > framed.length)
      throw new S3Error("IncompleteBody", "The request body is not what its framing says.", 400);
    at = lineEnd + 2;
    if (size === 0)
      return { data: Buffer.concat(parts), trailers: trailersOf(framed.toString("latin1", at)) };
    parts.push(framed.subarray(at, at + size));
    at += size + 2;
  }
}

const trailersOf = (text: string) =>
  new Map(
    text.split("\r\n").flatMap((line): [string, string][] => {
      const colon = line.indexOf(":");
      return colon === -1 ? [] : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
