import { dirname } from "node:path";
import { files } from "./files.ts";
import type { Result } from "./result.ts";

const PAGE = "CONTRIBUTING.md";
/** `packages/core/candidate/steps` is as deep as the drawing has to go. */
const DEPTH = 4;

/** The tree drawn in CONTRIBUTING.md is the tree: every folder is there, and no other. */
export function tree(): Result {
  const pages = files(PAGE);
  const drawn = draw(pages[0]?.text ?? "");
  const real = folders(files("**/*", ".ci/*").map(({ path }) => path));
  return {
    name: "tree",
    problems: [
      ...[...real].filter((it) => !drawn.has(it)).map((it) => `${it}/ is not in the tree of ${PAGE}`),
      ...[...drawn].filter((it) => !real.has(it)).map((it) => `${PAGE} draws ${it}/, which is not there`),
    ],
  };
}

/** Folders of a drawing: the first fenced block whose lines are `name/  what it is`, two spaces a level. */
export function draw(page: string): Set<string> {
  const block = [...page.matchAll(/^```\w*\n(.*?)^```/gms)]
    .map(([, it]) => it ?? "")
    .find((it) => /^\S+\/ /.test(it));
  const above: string[] = [];
  const found = new Set<string>();
  for (const line of (block ?? "").split("\n")) {
    const [, indent, name] = /^( *)(\S+)\/(?= |$)/.exec(line) ?? [];
    if (indent === undefined || name === undefined) continue;
    above.length = indent.length / 2;
    above.push(name);
    for (let path = above.join("/"); path !== "."; path = dirname(path)) found.add(path);
  }
  return found;
}

/** Folders above these files, as deep as the drawing goes. */
export function folders(paths: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const path of paths)
    for (let dir = dirname(path); dir !== "."; dir = dirname(dir))
      if (dir.split("/").length <= DEPTH) found.add(dir);
  return found;
}
