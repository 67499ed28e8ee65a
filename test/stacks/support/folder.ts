import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where apps are synthesised: files of a worker share them, so none may take them away before all are done. */
export default async function folder() {
  const path = await mkdtemp(join(tmpdir(), "perennial-stacks-"));
  process.env.PERENNIAL_SYNTHESISED = path;
  return () => rm(path, { recursive: true, force: true });
}
