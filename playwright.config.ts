import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { doors, ports } from "./e2e/doors";
import { findSystemBrowser } from "./scripts/browser.mjs";

/** Looked up once; the workers, which read this file again, inherit the answer. */
process.env.CHROMIUM_PATH ??= findSystemBrowser() ?? "";

const withoutBrowser = ["api", "batch-api", "boot", "cluster", "commands", "deploy", "forms", "journey", "pack"]
  .concat("server", "show-model")
  .map((name) => `${name}.spec.ts`);
/** What these hold depends on the width or the touch of a screen; monitoring sees to a phone's width itself. */
const differentOnPhones = ["accessibility", "batch", "import", "large-tables", "pages", "publish", "result"].map(
  (name) => `${name}.spec.ts`,
);
const phone = { width: 390, height: 844 };
/** All tests come from one client, which is one too many for the default. */
const unlimited = { RATE_LIMIT: "0", DRAIN_SECONDS: "0" };
/** Both doors keep what they are told in one store: a new file, or the database of `DATABASE_URL`. */
const store = {
  DATA_DIR: (process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "glasshouse-e2e-"))),
  ADMIN_PASSWORD: "correct horse battery",
};
const standalone = { cwd: ".next/standalone", reuseExistingServer: false, timeout: 30_000 } as const;

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  /** A browser on a busy machine may be late once; the report still names the test as flaky. */
  retries: 1,
  reporter: "list",
  use: {
    baseURL: doors.server,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "http", testMatch: withoutBrowser },
    { name: "desktop", testIgnore: withoutBrowser, use: devices["Desktop Chrome"] },
    {
      name: "phone",
      testMatch: differentOnPhones,
      use: { ...devices["Pixel 7"], viewport: phone, screen: phone },
    },
  ],
  webServer: [
    {
      ...standalone,
      command: "node glasshouse.mjs",
      env: { ...unlimited, ...store, HOST: "127.0.0.1", PORT: ports.server },
      url: `${doors.server}/api/health/ready`,
      gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    },
    {
      ...standalone,
      command: "node server.js",
      env: { ...unlimited, ...store, HOSTNAME: "127.0.0.1", PORT: ports.next },
      url: `${doors.next}/api/health/ready`,
    },
  ],
});
