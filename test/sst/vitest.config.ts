import { defineConfig } from "vitest/config";

/** Not part of `npm test`: it needs SST's platform, which `sst install` takes minutes to fetch. CONTRIBUTING.md has the commands. */
export default defineConfig({
  test: { include: ["test/sst/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
});
