import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { request as send, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { median } from "simple-statistics";
import { exportModel } from "../lib/export/export";
import { readModel } from "../lib/registry/read-folder";
import { anyCore, KEY, peakMemoryOf, python, servers, start } from "./servers";
import { writeTable } from "./table";

/**
 * A table scored and trained on, by the command line and the way it is usually done: whole processes, from their start
 * to the end of their output, on all cores. And scored by a server, which has one core.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const model = join(root, "model/house-price");

interface Job {
  name: string;
  run: () => Promise<Run>;
  python?: boolean;
}

interface Run {
  seconds: number;
  /** In megabytes. */
  peakMemory: number;
}

/** How often the peak memory is looked at; the system remembers the highest until then. */
const LOOK_MILLISECONDS = 20;

/** A whole process, in the folder of this project unless another is given. */
export async function runCommand(command: string[], cwd = root): Promise<Run> {
  const started = performance.now();
  const [program, ...parameters] = [...anyCore, ...command];
  const child = spawn(program!, parameters, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (text) => (complaint += text));
  let peakMemory = 0;
  const look = setInterval(() => {
    const now = peakMemoryOf(child.pid!);
    if (now > peakMemory) peakMemory = now;
  }, LOOK_MILLISECONDS);
  const [code] = (await once(child, "close")) as [number];
  clearInterval(look);
  // Scoring leaves with 1 where some rows have no estimate.
  if (code > 1) throw new Error(`${command.join(" ")}: ${complaint}`);
  return { seconds: (performance.now() - started) / 1000, peakMemory };
}

/** The table sent to a server that runs, and its answer written to a file: from the first byte to the last. */
async function runOverHttp(table: string, scored: string): Promise<Run> {
  const running = await start({ ...servers[0]!, path: "/api/models/house-price/predict/batch" });
  try {
    const ready = new URL("/api/health/ready", running.url);
    while (!(await fetch(ready).catch(() => null))?.ok) await setTimeout(LOOK_MILLISECONDS);
    const started = performance.now();
    const request = send(running.url, {
      method: "POST",
      headers: { "content-type": "text/csv", authorization: `Bearer ${KEY}` },
    });
    const sent = pipeline(createReadStream(table), request);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`${running.url} answers ${response.statusCode}`);
    await Promise.all([sent, pipeline(response, createWriteStream(scored))]);
    return { seconds: (performance.now() - started) / 1000, peakMemory: running.peakMemory() };
  } finally {
    await running.stop();
  }
}

/** Make a folder for a model that is described like another and learns from a table. */
export function writeModelOf(table: string, described: string, folder: string): void {
  mkdirSync(folder);
  cpSync(join(described, "artifact.json"), join(folder, "artifact.json"));
  const spec = JSON.parse(readFileSync(join(described, "model.json"), "utf8"));
  writeFileSync(join(folder, "model.json"), JSON.stringify({ ...spec, training: { file: table } }));
}

/** The SELECT that `export` prints. */
async function selectOfModel(): Promise<string> {
  const exported = exportModel(await readModel(model), { format: "sql", dialect: "duckdb", table: "houses" });
  if ("faults" in exported) throw new Error(exported.faults.map(({ detail }) => detail).join("; "));
  return exported.text;
}

function duckdb(table: string, scored: string, select: string) {
  return () => runCommand([process.execPath, join(root, "bench/peers/duckdb_table.mjs"), table, scored, select]);
}

/** @param warned a table like the other, of which a tenth of the rows lies outside the training data */
async function jobsOn(table: string, warned: string, folder: string): Promise<Job[]> {
  const trained = join(folder, "house-price");
  writeModelOf(table, model, trained);
  const scored = join(folder, "scored.csv");
  const cli =
    (...command: string[]) =>
    () =>
      runCommand([process.execPath, join(root, "scripts/cli.mjs"), ...command]);
  const peer =
    (script: string, ...more: string[]) =>
    () =>
      runCommand([...python, join(root, "bench/peers", script), table, ...more]);
  const select = join(folder, "select.sql");
  writeFileSync(select, await selectOfModel());
  return [
    { name: "score: Glasshouse, six columns", run: cli("score", model, "--in", table, "--out", scored) },
    {
      name: "score: Glasshouse, six columns, a tenth of the rows with a warning",
      run: cli("score", model, "--in", warned, "--out", scored),
    },
    {
      name: "score: Glasshouse, estimate, low, high",
      run: cli("score", model, "--in", table, "--out", scored, "--brief"),
    },
    { name: "score: DuckDB, our SELECT: estimate, low, high", run: duckdb(table, scored, select) },
    { name: "score: Glasshouse over HTTP, six columns", run: () => runOverHttp(table, scored) },
    { name: "score: pandas + scikit-learn, estimate only", run: peer("score_table.py", scored), python: true },
    { name: "train: Glasshouse, whole artifact", run: cli("train", trained) },
    { name: "train: pandas + scikit-learn, coefficients only", run: peer("train_table.py"), python: true },
  ];
}

/** Measure every job in turn, several rounds; gives the medians as a Markdown table. */
export async function measureBatch(rows: number, rounds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "glasshouse-bench-"));
  try {
    const table = join(folder, "table.csv");
    await writeTable(table, rows);
    const warned = join(folder, "warned.csv");
    await writeTable(warned, rows, { outside: 10 });
    const jobs = (await jobsOn(table, warned, folder)).filter((job) => !job.python || python.length > 0);
    const runs = new Map<Job, Run[]>(jobs.map((job) => [job, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const job of jobs) {
        process.stderr.write(`round ${round} of ${rounds}: ${job.name}\n`);
        runs.get(job)!.push(await job.run());
      }
    }
    const lines = [...runs].map(([{ name }, results]) => {
      const seconds = median(results.map((each) => each.seconds));
      const memory = median(results.map((each) => each.peakMemory));
      const speed = Math.round(rows / seconds).toLocaleString("en-US");
      return `| ${name} | ${speed} | ${seconds.toFixed(2)} s | ${Math.round(memory)} MB |`;
    });
    const count = rows.toLocaleString("en-US");
    return [`| ${count} rows, CSV | rows/s | start to end | peak memory |`, "| --- | --: | --: | --: |", ...lines].join(
      "\n",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
