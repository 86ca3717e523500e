import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What a run owns: processes, each the leader of a group of its own, and one temporary folder. Both end with the run,
 * however it ends: a failure, Ctrl-C and SIGTERM included.
 */
const running = new Set<ChildProcess>();
const undo = new Set<() => void>();
let root: string | undefined;
let folders = 0;

/** How long a process may take to leave before it is killed. */
const PATIENCE_MILLISECONDS = 15_000;

function endEverything(): void {
  for (const child of running) killGroup(child, "SIGKILL");
  running.clear();
  for (const each of undo) each();
  undo.clear();
  // A process that was just killed may still write for a moment.
  if (root) rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
process.once("exit", endEverything);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

/** Do this when the run ends, unless it is done before. */
export function atTheEnd(work: () => void): () => void {
  undo.add(work);
  return () => {
    if (undo.delete(work)) work();
  };
}

/** A new empty folder, which other users may pass through: PostgreSQL and nginx do not run as root. */
export function newFolder(): string {
  if (!root) {
    root = mkdtempSync(join(tmpdir(), "glasshouse-faults-"));
    chmodSync(root, 0o711);
    // What others make for temporary files goes with the rest.
    process.env.TMPDIR = root;
  }
  const folder = join(root, String(++folders));
  mkdirSync(folder);
  return folder;
}

/** A process of the run, with the end of what it wrote. */
export interface Owned {
  child: ChildProcess;
  written(): string;
  /** Ask it to leave, and wait until it has; its exit code, or the signal that ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

const MOST_WRITTEN = 20_000;

/** Start a process. */
export function start(command: string, args: string[], options: SpawnOptions = {}): Owned {
  const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (more: string) => (text = (text + more).slice(-MOST_WRITTEN)));
  }
  child.once("error", (error) => (text += error.message));
  child.once("exit", () => running.delete(child));
  return {
    child,
    written: () => text,
    async stop(signal = "SIGTERM") {
      if (child.pid === undefined) return 1;
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, "exit");
        child.kill(signal);
        const late = setTimeout(() => killGroup(child, "SIGKILL"), PATIENCE_MILLISECONDS);
        await gone;
        clearTimeout(late);
      }
      return child.exitCode ?? child.signalCode!;
    },
  };
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has left.
  }
}

let nextPort = 20_000 + (process.pid % 10_000);

/** Take ports from this one on. */
export function takePortsFrom(port: number): void {
  nextPort = port;
}

/**
 * A port of this machine on which nothing listens. It is below those that the system gives to clients, so that no client
 * sits on it while a server is started again.
 */
export async function newPort(): Promise<number> {
  for (let tries = 0; tries < 1_000; tries++) {
    const port = nextPort++;
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!free) continue;
    await new Promise((closed) => probe.close(closed));
    return port;
  }
  throw new Error("no port is free");
}
