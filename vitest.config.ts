import { defineConfig } from "vitest/config";
import { LongFirst } from "./bin/test/order.ts";

const SECOND = 1000;

/**
 * What Home has found it keeps for five minutes, which the next file would find; signatures are left out once a table was opened; and the
 * public pages are tried before there is an organisation.
 */
const ALONE = ["test/core/home*.test.ts", "test/core/fetch-secret.test.ts", "test/site/public.test.ts"];

const ATTACK = ["test/functions/attack-*.test.ts"];

/** `core` tests decisions and operations, `attack` what others send, `unit` any other part, `alone` what must share nothing with other files, `stacks` what AWS is asked for, `flows` tells stories to a whole local cloud, `browser` walks them in a real browser. */
export default defineConfig({
  test: {
    // Most tests wait for a local cloud, so one worker a core pays, also on two cores.
    maxWorkers: "100%",
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: "core",
          include: ["test/core/**/*.test.ts"],
          exclude: ALONE,
          // Loading core takes as long as most of these tests: files of one worker share it.
          isolate: false,
          testTimeout: 20 * SECOND,
          hookTimeout: 20 * SECOND,
        },
      },
      {
        test: {
          name: "unit",
          include: ["test/{bin,faults,functions,infra,load,local,site,soak,web}/**/*.test.{ts,tsx}"],
          exclude: [...ATTACK, ...ALONE],
          // As in core: half of the time of these tests would go into loading.
          isolate: false,
          testTimeout: 20 * SECOND,
          hookTimeout: 20 * SECOND,
        },
      },
      {
        test: {
          name: "alone",
          include: ALONE,
          testTimeout: 20 * SECOND,
          hookTimeout: 20 * SECOND,
        },
      },
      {
        test: {
          name: "attack",
          include: ATTACK,
          // Loading every function takes longer than most of what is tried on it: files of one worker share it.
          isolate: false,
          testTimeout: 20 * SECOND,
          hookTimeout: 20 * SECOND,
        },
      },
      {
        test: {
          name: "stacks",
          include: ["test/stacks/**/*.test.ts"],
          globalSetup: "test/stacks/support/folder.ts",
          // Synthesising takes longer than most of what is asked of it: files of one worker share it.
          isolate: false,
          testTimeout: 60 * SECOND,
          hookTimeout: 60 * SECOND,
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
