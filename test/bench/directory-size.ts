import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Bytes of all files below a directory. A file that goes while it is looked at counts nothing. */
export async function directorySize(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => stat(join(parentPath, name)).catch(() => undefined));
  return (await Promise.all(sizes)).reduce((sum, file) => sum + (file?.size ?? 0), 0);
}
