/** One stage of the proof: how much of it held, and what to print when not all did. */
export interface Stage {
  readonly passed: number;
  readonly failed: number;
  /** What there is to say of it in the same line. */
  readonly note?: string;
  readonly detail: string;
}

/** Runs a stage and says in one line how it went; the detail follows when something failed. */
export async function stage(name: string, run: () => Promise<Stage>): Promise<Stage> {
  const start = performance.now();
  const result = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const count = `${result.passed} passed${result.failed ? `, ${result.failed} failed` : ""}`;
  const note = result.note ? ` (${result.note})` : "";
  process.stdout.write(`${name.padEnd(10)}${seconds.padStart(6)} s  ${count}${note}\n`);
  if (result.failed) process.stdout.write(`${result.detail}\n`);
  return result;
}
