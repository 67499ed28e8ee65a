import { defineConfig } from "vitest/config";

const SECOND = 1000;

/** `unit` tests one part, `flows` tells stories to a whole local cloud, `browser` walks them in a real browser. */
export default defineConfig({
  test: {
    // Most tests wait for a local cloud, so one worker a core pays, also on two cores.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{bin,core,functions,infra,local,site,web}/**/*.test.{ts,tsx}"],
          testTimeout: 20 * SECOND,
          hookTimeout: 20 * SECOND,
        },
      },
      {
        test: {
          name: "flows",
          include: ["test/flows/**/*.test.ts"],
          testTimeout: 60 * SECOND,
          hookTimeout: 30 * SECOND,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/support/unpack.ts",
          testTimeout: 90 * SECOND,
          hookTimeout: 30 * SECOND,
        },
      },
    ],
  },
});
