import { parseArgs } from "node:util";
import { AWS, openAws } from "../test/conformance/aws.ts";
import { explained } from "../test/conformance/fidelity.ts";
import { openLocal } from "../test/conformance/local.ts";
import { openMoto } from "../test/conformance/moto.ts";
import { paragraph } from "../test/conformance/report.ts";
import { cases, differences } from "../test/conformance/run.ts";

const HELP = `The calls that the product makes, each with what AWS's documentation says comes of it.

  npm run conformance                     the local cloud
  npm run conformance -- --against moto   moto, an independent emulator: pip install "moto[server]"
  npm run conformance -- --against aws    a real account

${AWS}

Ends well when every difference is explained in docs/fidelity.md; the local cloud may have none.
`;

const PLACES = { local: openLocal, moto: openMoto, aws: openAws };
const isPlace = (name: string): name is keyof typeof PLACES => Object.hasOwn(PLACES, name);

const { values } = parseArgs({
  options: { against: { type: "string", default: "local" }, help: { type: "boolean" } },
});
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Answers how many differences nobody has explained. */
async function main(): Promise<number> {
  const { against, help } = values;
  if (help || !isPlace(against)) {
    say(HELP);
    return help ? 0 : 1;
  }
  if (against === "aws") process.stderr.write(`${AWS}\n\n`);
  const known = against === "local" ? new Set<string>() : await explained();
  const place = await PLACES[against]();
  const found = await differences(place).finally(place.close);
  for (const one of found) say(paragraph(one, against, known.has(one.name) ? "explained  " : "UNEXPLAINED"));
  const open = found.filter(({ name }) => !known.has(name)).length;
  say(
    `${cases.length} cases against ${against}: ${found.length} differ from AWS's documentation, ${open} of them unexplained`,
  );
  return open;
}

await main().then(
  (open) => process.exit(open > 0 ? 1 : 0),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
