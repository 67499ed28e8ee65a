import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Stories that take longest, in this order: begun last, each would keep one core busy while the others have nothing left to do. */
const LONG = ["scale-kill", "kill", "path", "ninety-days", "loop", "import-kill", "ses-faults", "restart"];
/** Files of the last four share what they load, as long as nothing comes between them. */
const PROJECTS = ["flows", "browser", "alone", "unit", "attack", "core", "stacks"];

/** Long stories first, then the others by project. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  const long = LONG.indexOf(basename(moduleId, ".test.ts"));
  return long >= 0 && PROJECTS.indexOf(project.name) < 2
    ? long
    : LONG.length + PROJECTS.indexOf(project.name);
}
