import { createHash } from "node:crypto";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const standalone = fileURLToPath(new URL("../.next/standalone", import.meta.url));

/** A key that the measured API takes, and its digest as `API_KEYS` has it. */
export const KEY = "gh_bench_0123456789abcdef0123456789abcdef";
const API_KEYS = createHash("sha256").update(KEY).digest("hex");

export interface Server {
  name: string;
  path: string;
  /** The command and its arguments, and where to run it. */
  command: (port: number) => string[];
  cwd: string;
  env?: Record<string, string>;
  /** Python packages that it needs; the server is left out where they are not installed. */
  python?: string[];
}

const predictPath = "/api/models/house-price/predict";

/**
 * What an operator runs: the request log, the prediction log, keys, and limits on, the limits as high as they go, since one
 * client sends everything. The peers run with their own defaults: gunicorn logs no requests, uvicorn does.
 */
const defaults = { RATE_LIMIT: "1000000", ROW_LIMIT: "1000000000", API_KEYS };

export const servers: Server[] = [
  {
    name: "Glasshouse, server.ts",
    path: predictPath,
    command: () => [process.execPath, "glasshouse.mjs"],
    cwd: standalone,
    env: { ...defaults, DATA_DIR: mkdtempSync(join(tmpdir(), "glasshouse-bench-")) },
  },
  {
    name: "Glasshouse, server.ts, without logs and limits",
    path: predictPath,
    command: () => [process.execPath, "glasshouse.mjs"],
    cwd: standalone,
    env: { API_KEYS, RATE_LIMIT: "0", ROW_LIMIT: "0", DATA_DIR: "none", LOG_LEVEL: "silent", LOG_DAYS: "0" },
  },
  {
    name: "Glasshouse, inside Next",
    path: predictPath,
    command: () => [process.execPath, "server.js"],
    cwd: standalone,
    env: { ...defaults, DATA_DIR: mkdtempSync(join(tmpdir(), "glasshouse-bench-")) },
  },
  {
    name: "bare node:http, estimate only",
    path: "/predict",
    command: () => [process.execPath, "bare.mjs"],
    cwd: `${here}peers`,
  },
  {
    name: "Flask + gunicorn + scikit-learn",
    path: "/predict",
    // Threads keep connections open, which is the faster way to run it.
    command: (port) => [
      ...python,
      "-m",
      "gunicorn",
      "-w",
      "1",
      "--threads",
      "4",
      "-b",
      `127.0.0.1:${port}`,
      "flask_app:app",
    ],
    cwd: `${here}peers`,
    python: ["flask", "gunicorn", "sklearn"],
  },
  {
    name: "FastAPI + uvicorn + scikit-learn",
    path: "/predict",
    command: (port) => [...python, "-m", "uvicorn", "--port", String(port), "fastapi_app:app"],
    cwd: `${here}peers`,
    python: ["fastapi", "uvicorn", "sklearn"],
  },
];

/** The first Python that has all of some packages. */
function findPython(packages: string[]): string[] {
  const found = ["python3", "/usr/bin/python3", "python"].find((command) => {
    return spawnSync(command, ["-c", `import ${packages.join(", ")}`]).status === 0;
  });
  return found ? [found] : [];
}
/** A Python with pandas and scikit-learn; empty where there is none. */
export const python = findPython(["pandas", "sklearn"]);

export function isAvailable({ python: packages }: Server): boolean {
  return !packages || (python.length > 0 && findPython(packages).length > 0);
}

/** One core for servers and another for the load, where the system can be told so. */
const pinned = spawnSync("taskset", ["-acp", "1", String(process.pid)]).status === 0;

/** What lets a command run on all cores again. */
export const anyCore = pinned ? ["taskset", "-c", `0-${cpus().length - 1}`] : [];

export interface Running {
  url: URL;
  /** Peak resident memory of the process and its children in megabytes; NaN where the system does not tell. */
  peakMemory(): number;
  stop(): Promise<void>;
}

/** Start a server on a free port of this machine, without waiting for it. */
export async function start({ command, cwd, path, env: own }: Server): Promise<Running> {
  const port = await freePort();
  const [program, ...parameters] = [...(pinned ? ["taskset", "-c", "0"] : []), ...command(port)];
  const env = {
    ...process.env,
    HOST: "127.0.0.1",
    HOSTNAME: "127.0.0.1",
    PORT: String(port),
    ...own,
  };
  const child = spawn(program!, parameters, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
  return {
    url: new URL(path, `http://127.0.0.1:${port}`),
    peakMemory: () => peakMemoryOf(child.pid!),
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Peak resident memory of a process and its children in megabytes; NaN where the system does not tell. */
export function peakMemoryOf(pid: number): number {
  return processTree(pid).reduce((sum, each) => sum + peakMegabytes(each), 0);
}

function processTree(root: number): number[] {
  const children = safely(() => readFileSync(`/proc/${root}/task/${root}/children`, "utf8").trim(), "");
  return [
    root,
    ...children
      .split(" ")
      .filter(Boolean)
      .flatMap((pid) => processTree(Number(pid))),
  ];
}

function peakMegabytes(pid: number): number {
  const status = safely(() => readFileSync(`/proc/${pid}/status`, "utf8"), "");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
}

function safely<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
