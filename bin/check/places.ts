import { files } from "./files.ts";
import type { Result } from "./result.ts";

const NOT_TEXT = /\.(png|jpe?g|gif|ico|webp|woff2?|ttf|gz|zip)$|^package-lock\.json$/;

const FORBIDDEN = [
  {
    what: "a path of one machine",
    pattern: /(?<![\w.:/~-])\/(home|Users|root|work|tmp|mnt)\/\w|\b[A-Z]:\\\w/g,
  },
  {
    what: "a package registry",
    pattern: /\b(registry\.[a-z]+|npm\.pkg|[a-z-]+\.[j]frog)\.[a-z]+\b|codeartifact\./g,
  },
];

/** Nothing in the repository knows where it lies or where its packages come from. */
export function places(): Result {
  const texts = files("**/*", ".ci/*", ".npmrc").filter(({ path }) => !NOT_TEXT.test(path));
  const problems = texts.flatMap(({ path, text }) =>
    FORBIDDEN.flatMap(({ what, pattern }) =>
      [...text.matchAll(pattern)].map(({ index }) => `${path}:${lineOf(text, index)} names ${what}`),
    ),
  );
  return { name: "places", problems };
}

function lineOf(text: string, offset: number) {
  return text.slice(0, offset).split("\n").length;
}
