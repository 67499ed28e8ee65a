import { createHash } from "node:crypto";
import type { MessageAttribute } from "./schema.ts";

/** How a value is carried (SQS guide, "Calculating the MD5 message digest for message attributes"). */
const TEXT = 1;
const BINARY = 2;

/** MD5 over all attributes in the order of their names: each name, type and value behind its length. */
export function attributesDigest(attributes: Readonly<Record<string, MessageAttribute>>): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const digest = createHash("md5");
  const add = (part: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    digest.update(length).update(part);
  };
  for (const name of names) {
    const { DataType = "", StringValue, BinaryValue } = attributes[name] ?? {};
    add(Buffer.from(name));
    add(Buffer.from(DataType));
    digest.update(Buffer.of(BinaryValue === undefined ? TEXT : BINARY));
    add(BinaryValue === undefined ? Buffer.from(StringValue ?? "") : Buffer.from(BinaryValue, "base64"));
  }
  return digest.digest("hex");
}
