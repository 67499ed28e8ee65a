import { check, report } from "./check/index.ts";

const results = await check();
process.stdout.write(`${report(results)}\n`);
process.exitCode = results.some(({ problems }) => problems.length) ? 1 : 0;
