import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { newFolder, newPort, start, type Owned } from "./owned";

const standalone = fileURLToPath(new URL("../.next/standalone", import.meta.url));

/** A running production build. */
export interface Glasshouse extends Owned {
  port: number;
  url: string;
  settings: Record<string, string>;
}

export const PASSWORD = "correct horse battery";

const START_SECONDS = 60;

/** What is in front of `node glasshouse.mjs`, and how it is started. */
interface Launch {
  port?: number;
  before?: string[];
  node?: string[];
}

/**
 * Start the production build, and wait until pages and API answer.
 *
 * @param settings beside its own folder for data, no limit for one client and a short drain
 * @throws with what it wrote, if it does not answer
 */
export async function startGlasshouse(
  settings: Record<string, string> = {},
  { port, before = [], node = [] }: Launch = {},
): Promise<Glasshouse> {
  const at = port ?? (await newPort());
  const own = {
    HOST: "127.0.0.1",
    PORT: String(at),
    RATE_LIMIT: "0",
    ROW_LIMIT: "0",
    LOG_LEVEL: "error",
    DRAIN_SECONDS: "0",
    ADMIN_PASSWORD: PASSWORD,
    ...(settings.DATABASE_URL || settings.DATA_DIR ? {} : { DATA_DIR: newFolder() }),
    ...settings,
  };
  const command = [...before, process.execPath, ...node, "glasshouse.mjs"];
  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TMPDIR: process.env.TMPDIR,
    ...own,
  };
  const owned = start(command[0]!, command.slice(1), { cwd: standalone, env });
  const deadline = performance.now() + START_SECONDS * 1_000;
  while (!owned.written().includes("Glasshouse is at")) {
    const ended = owned.child.exitCode ?? owned.child.signalCode;
    if (ended !== null || performance.now() > deadline) {
      await owned.stop("SIGKILL");
      throw new Error(`the server did not start (${ended ?? `within ${START_SECONDS} s`}): ${owned.written()}`);
    }
    await sleep(20);
  }
  return { ...owned, port: at, url: `http://127.0.0.1:${at}`, settings: own };
}

/** Resident memory of a process in MB, as it is and at its highest; undefined where the system does not tell. */
export function memoryOf(pid: number): { now: number; peak: number } | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const status = readFileSync(path, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: Math.round(read("VmRSS")), peak: Math.round(read("VmHWM")) };
}
