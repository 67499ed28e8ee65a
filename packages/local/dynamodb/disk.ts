import { ClassicLevel } from "classic-level";

/** The table's LevelDB: text keys, JSON texts. */
export type Disk = ClassicLevel<string, string>;

export type Op =
  | { readonly type: "put"; readonly key: string; readonly value: string }
  | { readonly type: "del"; readonly key: string };

/** Four times LevelDB's own: most records of the feed are gone again before they would be sorted into a file. */
const WRITE_BUFFER = 16 * 1024 * 1024;

export async function openDisk(path: string): Promise<Disk> {
  const disk = new ClassicLevel<string, string>(path, {
    keyEncoding: "utf8",
    valueEncoding: "utf8",
    writeBufferSize: WRITE_BUFFER,
  });
  await disk.open();
  return disk;
}

/**
 * Where things lie. An index row's key ends with its item's whole key: dynalite tells rows of equal index keys apart by
 * 24 bits of a hash, which would lose one of two people in a large enough partition.
 */
export const keys = {
  item: (key: string) => `item~${key}`,
  index: (index: string, key: string, item: string) => `index~${index}~${key}${item}`,
  feed: (sequence: string) => `feed~${sequence}`,
  /** When an item expires: padded epoch seconds, then its key. */
  due: (seconds: number, item: string) => `due~${String(seconds).padStart(12, "0")}~${item}`,
  token: (token: string) => `token~${token}`,
  meta: (name: string) => `meta~${name}`,
};

/** Everything below a prefix of `keys`. */
export const below = (prefix: string) => ({ gte: prefix, lt: `${prefix}\uffff` });

export async function readMeta<T>(disk: Disk, name: string): Promise<T | undefined> {
  const text = await disk.get(keys.meta(name));
  return text === undefined ? undefined : JSON.parse(text);
}

export const metaOp = (name: string, value: unknown): Op => ({
  type: "put",
  key: keys.meta(name),
  value: JSON.stringify(value),
});
