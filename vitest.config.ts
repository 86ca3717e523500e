import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    // All cores: by default one is left idle, which is half of a small machine.
    maxWorkers: "100%",
    // A test that hangs fails in time; one on a busy machine does not.
    testTimeout: 90_000,
    hookTimeout: 90_000,

    include: ["{app,components,deploy,lib,scripts}/**/*.test.{ts,tsx}"],
    setupFiles: "scripts/property-seed.mjs",
    // Tests that are about the log, the rate limit or the store set these themselves.
    env: { LOG_LEVEL: "silent", RATE_LIMIT: "0", DATA_DIR: "none" },
  },
});
