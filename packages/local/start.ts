import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startCloud } from "./cloud.ts";
import { compactData } from "./compact.ts";

const HELP = `Perennial on this machine.

  npm start                        the product on port 4400, its console on 4401, data in .perennial
  npm start -- --port 5000         another port; the console takes the next one
  npm start -- --data DIR          another data directory
  npm start -- --compact           what was erased vanishes from the files of the data directory too; then it ends
`;

const say = (text: string) => process.stdout.write(`${text}\n`);

function options() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4400" },
      data: { type: "string", default: ".perennial" },
      compact: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new Error(`--port takes a number from 1 to 65534, not ${values.port}`);
  return { ...values, port, data: resolve(values.data) };
}

/** What went wrong, in words that say what to do. */
function explain(error: unknown): string {
  const { code, message, port, cause } = error as NodeJS.ErrnoException & {
    port?: number;
    cause?: NodeJS.ErrnoException;
  };
  if (code === "EADDRINUSE") return `Port ${port} is taken. Choose another: npm start -- --port 5000`;
  if (cause?.code === "LEVEL_LOCKED")
    return "This data directory is in use by another run. Stop that one, or name another with --data DIR.";
  return message;
}

async function main() {
  const { port, data, help, compact } = options();
  if (help) return say(HELP);
  if (compact) {
    await compactData(data);
    return say(`What was erased is gone from the files in ${data} as well.`);
  }
  const cloud = await startCloud({ port, data, threads: true });
  stopOnSignal(cloud.stop);
  say("\nPerennial is ready. On this machine: no mail leaves it.\n");
  for (const { name, url, purpose } of cloud.addresses)
    say(`  ${name.padEnd(15)} ${url.padEnd(34)} ${purpose}`);
  say(`\n  Data in ${data}. Ctrl-C stops it; everything is kept.\n`);
}

/** The first signal stops it cleanly; a second one ends it at once, which loses nothing either. */
function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stopping) return process.exit(1);
      stopping = true;
      stop().then(() => process.exit(0), fail);
    });
}

function fail(error: unknown) {
  process.stderr.write(`\n${explain(error)}\n\n`);
  process.exit(1);
}

await main().catch(fail);
