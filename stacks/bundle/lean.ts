import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OnResolveArgs, Plugin, PluginBuild } from "esbuild";

const here = (file: string) => join(import.meta.dirname, file);

/** What packages load and, as we call them, never use: by what stands in for it, which says why. */
export const UNUSED = {
  // sanitize-html: for style attributes, which `toHtml` does not have read.
  postcss: here("refuse.cjs"),
  // launder, of which sanitize-html takes only how a link is judged.
  dayjs: here("refuse.cjs"),
  // htmlparser2, of which sanitize-html and we take the parser: for feeds.
  domutils: here("refuse.cjs"),
  jsonschema: here("jsonschema.cjs"),
  "linkify-it": here("linkify-it.cjs"),
  "mnemonist/lru-cache": here("lru-cache.cjs"),
};

/**
 * The default chain of credentials loads what comes after the environment, where Lambda puts them, when it gets there; what reads event
 * streams is loaded by the first one. In one file they would be 150 KB, and keep the rest of the SDK from being shaken.
 */
export const neverReached: Plugin = {
  name: "never-reached",
  setup(build) {
    build.onResolve(
      { filter: /^@aws-sdk\/credential-provider-|^@smithy\/(credential-provider-imds|core\/event-streams)$/ },
      ({ kind, path }) => {
        if (kind === "dynamic-import") return { path, external: true };
        return path.endsWith("/event-streams") ? { path: here("event-streams.cjs") } : undefined;
      },
    );
  },
};

/** chardet without what tells Unicode and ISO-2022, whose findings `core/import/encoding.ts` leaves aside. */
export const codePages: Plugin = {
  name: "code-pages",
  setup(build) {
    build.onResolve({ filter: /^\.\/encoding\/(iso2022|unicode|utf8)$/ }, ({ importer }) =>
      /[\\/]chardet[\\/]lib[\\/]index\.js$/.test(importer) ? { path: here("chardet.cjs") } : undefined,
    );
  },
};

/** Zod without JSON Schema, for functions that describe nothing. */
export const undescribed: Plugin = {
  name: "undescribed",
  setup(build) {
    build.onResolve({ filter: /\/(to-json-schema|json-schema-processors)\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(importer)
        ? { path: here("json-schema.cjs") }
        : undefined,
    );
  },
};

/**
 * ElectroDB is CommonJS and requires all of lib-dynamodb for ten commands. What is required cannot be shaken, nor can anything behind
 * it: the whole DynamoDB client. So its `require` finds a list that the commands are put on (electrodb.ts).
 */
export const electrodb: Plugin = {
  name: "electrodb",
  setup(build) {
    build.onResolve({ filter: /^electrodb$/ }, ({ importer }) =>
      importer === FACADE ? undefined : { path: FACADE },
    );
    build.onResolve({ filter: /^@aws-sdk\/lib-dynamodb$/ }, (asked) => {
      if (asked.kind === "require-call") return { path: here("commands.cjs") };
      return asked.pluginData === ASKED ? undefined : shakable(build, asked);
    });
  },
};
const FACADE = here("electrodb.ts");
const ASKED = "asked";

/** lib-dynamodb does not say that loading it has no effect; the packages it is made of do. */
async function shakable(build: PluginBuild, { path, importer, kind, resolveDir }: OnResolveArgs) {
  const found = await build.resolve(path, { importer, kind, resolveDir, pluginData: ASKED });
  return { path: found.path, errors: found.errors, sideEffects: false };
}

/**
 * The SDK's schemas name their traits by constants, `{ [_hQ]: "x" }`. To esbuild a computed name may have an effect, so each schema of
 * S3 and SES stayed: 100 KB. With the names written out it keeps those of the commands we send. And of a client's manifest only the
 * version is read.
 */
export const clients: Plugin = {
  name: "clients",
  setup(build) {
    const inClient = (rest: string) => ({
      filter: new RegExp(`[\\\\/]@aws-sdk[\\\\/]client-[^\\\\/]+[\\\\/]${rest}$`),
    });
    build.onLoad(inClient("dist-es[\\\\/]schemas[\\\\/]\\w+\\.js"), async ({ path }) => ({
      contents: named(await readFile(path, "utf8")),
    }));
    build.onLoad(inClient("package\\.json"), async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, "utf8")) as { version: string };
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

function named(schemas: string): string {
  const names = new Map(
    [...schemas.matchAll(/^const (_\w+) = ("\w*");$/gm)].map(([, name, value]) => [name, value]),
  );
  return schemas.replace(/\[(_\w+)\]:/g, (whole, name) => (names.has(name) ? `${names.get(name)}:` : whole));
}
