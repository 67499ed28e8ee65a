import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A synthesised app, stack by stack in the order in which they can be deployed. For whoever deploys without CDK's own tool. */
export type Assembly = readonly Part[];

export interface Part {
  readonly name: string;
  readonly region: string;
  /** Names of the stacks that have to be there before. */
  readonly needs: readonly string[];
  /** Key of the template in the stack's bucket: templates are too long to be sent along (51,200 bytes, CloudFormation quotas). */
  readonly template: string;
  readonly files: readonly Asset[];
}

/** A file or folder to be uploaded; a folder as a zip archive. */
export interface Asset {
  readonly path: string;
  readonly zip: boolean;
  readonly bucket: string;
  readonly key: string;
}

/** Reads what `cdk synth` wrote. Throws when stacks need each other in a circle. */
export function read(directory: string): Assembly {
  const { artifacts } = json<{ artifacts: Record<string, Artifact> }>(directory, "manifest.json");
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === "aws:cloudformation:stack");
  const names = stacks.map(([id]) => id);
  const parts = stacks.map(([id, { environment, dependencies = [] }]) => {
    const files = filesOf(directory, id);
    const template = files.find(({ path }) => path.endsWith(`${id}.template.json`))?.key ?? "";
    const [, region = ""] = /^aws:\/\/[^/]*\/(.*)$/.exec(environment ?? "") ?? [];
    return { name: id, region, needs: dependencies.filter((one) => names.includes(one)), template, files };
  });
  return ordered(parts, []);
}

interface Artifact {
  readonly type: string;
  /** `aws://account/region`. */
  readonly environment?: string;
  readonly dependencies?: readonly string[];
}
interface Manifest {
  readonly files: Readonly<Record<string, File>>;
}
interface File {
  readonly source: { readonly path: string; readonly packaging: "file" | "zip" };
  readonly destinations: Readonly<
    Record<string, { readonly bucketName: string; readonly objectKey: string }>
  >;
}

const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), "utf8")) as T;

const filesOf = (directory: string, id: string): Asset[] =>
  Object.values(json<Manifest>(directory, `${id}.assets.json`).files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ bucketName, objectKey }) => ({
      path: join(directory, source.path),
      zip: source.packaging === "zip",
      bucket: bucketName,
      key: objectKey,
    })),
  );

function ordered(left: readonly Part[], done: readonly Part[]): Part[] {
  if (left.length === 0) return [...done];
  const there = new Set(done.map(({ name }) => name));
  const next = left.filter(({ needs }) => needs.every((one) => there.has(one)));
  if (next.length === 0)
    throw new Error(`These stacks need each other: ${left.map(({ name }) => name).join(", ")}`);
  return ordered(
    left.filter((part) => !next.includes(part)),
    [...done, ...next],
  );
}
