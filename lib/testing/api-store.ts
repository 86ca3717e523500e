import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp, stopApp } from "./app";

/** The app as a process with a new SQLite store has it. */
export async function startAppWithStore(settings: Record<string, string> = {}) {
  const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-api-"));
  const started = await startApp({ DATA_DIR, ...settings });
  const { drainPredictionLog } = await import("../service/prediction-log");
  const { closeStore } = await import("../store/store");
  return {
    ...started,
    DATA_DIR,
    async stop() {
      await drainPredictionLog();
      await closeStore();
      stopApp();
      await rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
