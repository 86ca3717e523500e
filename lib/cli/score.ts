import { createReadStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { CsvError } from "../csv/dialect";
import { openTable } from "../csv/table";
import { env, SettingsError } from "../env";
import { parseLevel } from "../model/answer/level";
import type { Model } from "../model/model";
import { DEFAULT_LEVEL } from "../model/answer/predict";
import { ModelDirError, ModelFolderError } from "../registry/faults";
import { readModel } from "../registry/read-folder";
import { findModel, listModels } from "../registry/registry";
import { BlockScorer } from "../scoring/score-block";
import { addSummary, emptySummary, type BatchSummary } from "../scoring/summary";
import { Progress } from "./progress";
import type { BlockToScore, ScoredBlock, ScoreTask } from "./score-worker";
import { WorkerPool } from "./worker-pool";

const USAGE = `usage: npm run --silent score -- <model> [--in file] [--out file] [--level 0.9]
  <model>  the id of a published model, or a folder with model.json and artifact.json
  --in     a CSV table with a column for each input; standard input unless told
  --out    where to write the table with the answers; standard output unless told
  --level  the probability of the interval, ${DEFAULT_LEVEL} unless told`;

type Pool = WorkerPool<BlockToScore, ScoredBlock>;

const READ_BYTES = 2 ** 18;

/** A run that cannot be done as it was asked for. */
class UsageError extends Error {}

interface Arguments {
  model: Model;
  input: string | undefined;
  output: string | undefined;
  level: number;
}

async function readArguments(): Promise<Arguments> {
  const options = { in: { type: "string" }, out: { type: "string" }, level: { type: "string" } } as const;
  const { values, positionals } = parseOrRefuse(() => parseArgs({ options, allowPositionals: true }));
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new UsageError(USAGE);
  const folder = [name, join(env().MODEL_DIR, name)].find((path) => existsSync(join(path, "model.json")));
  const model = folder ? await readModel(folder) : await findModel(name);
  if (!model) {
    const ids = (await listModels()).map(({ spec }) => spec.id).join(", ");
    throw new UsageError(`there is no model ${name}; the models are ${ids}`);
  }
  const parsed = parseLevel(model, values.level);
  if ("fault" in parsed) throw new UsageError(`--${parsed.fault}`);
  return { model, input: values.in, output: values.out, level: parsed.level };
}

function parseOrRefuse<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Score a table from one stream to another: read and written here, scored in threads. */
async function scoreTable({ model, input, level }: Arguments, pool: Pool, out: Writable): Promise<BatchSummary> {
  const source = input === undefined ? process.stdin : createReadStream(input, { highWaterMark: READ_BYTES });
  const progress = new Progress(input === undefined ? undefined : statSync(input).size);
  const spareBlocks: ArrayBufferLike[] = [];
  const spareSpace: Uint8Array[] = [];
  const { header, blocks } = await openTable(source, { spare: spareBlocks });
  const scorer = new BlockScorer(model, header, { level });
  await write(out, scorer.scoreHeader());

  const { spec, artifact } = model;
  pool.prepare({ spec, artifact, header, level } satisfies ScoreTask);
  async function* messages(): AsyncGenerator<BlockToScore> {
    for await (const block of blocks) yield { block, space: spareSpace.pop() };
  }
  const scoreHere = ({ block, space }: BlockToScore) => ({ block, ...scorer.scoreBlock(block, space) });
  const total = emptySummary();
  let bytesRead = 0;
  let written = Promise.resolve();
  try {
    for await (const { block, bytes, summary } of pool.map(messages(), scoreHere, buffersOf)) {
      // What is scored next is scored while this is written.
      await written;
      written = write(out, bytes).then(() => void spareSpace.push(new Uint8Array(bytes.buffer)));
      written.catch(() => undefined);
      addSummary(total, summary);
      progress.show((bytesRead += block.length), total.rows);
      spareBlocks.push(block.buffer);
    }
    await written;
  } finally {
    progress.clear();
  }
  return total;
}

function buffersOf({ block, space }: BlockToScore): ArrayBuffer[] {
  return (space ? [block.buffer, space.buffer] : [block.buffer]) as ArrayBuffer[];
}

/** Write, and wait until the bytes are no longer needed. */
function write(out: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => out.write(bytes, (error) => (error ? reject(error) : resolve())));
}

/**
 * Run with a file beside the one asked for, which takes its place when all is written: no run leaves half a file. What
 * is there and no file, such as a device or a pipe, is written to as it is.
 */
async function intoFile(path: string, run: (out: Writable) => Promise<BatchSummary>): Promise<BatchSummary> {
  const there = statSync(path, { throwIfNoEntry: false });
  const part = there && !there.isFile() ? path : `${path}.${process.pid}.part`;
  const out = (await open(part, "w")).createWriteStream();
  // The write that fails says so.
  out.on("error", () => undefined);
  const forget = () => part !== path && rmSync(part, { force: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      forget();
      process.exit(128 + constants.signals[signal]);
    });
  }
  try {
    const total = await run(out);
    out.end();
    await finished(out);
    if (part !== path) renameSync(part, path);
    return total;
  } catch (error) {
    out.destroy();
    forget();
    throw error;
  }
}

function describe({ rows, scored, refused, bad, extrapolated }: BatchSummary): string {
  const count = (value: number) => value.toLocaleString("en-US");
  const more = `${count(refused)} refused, ${count(bad)} bad, ${count(extrapolated)} extrapolated`;
  return `${count(rows)} rows: ${count(scored)} scored, ${more}`;
}

async function main(): Promise<void> {
  // The threads start while the model is read.
  const pool: Pool = new WorkerPool(new URL("./score-worker.mjs", import.meta.url));
  const task = await readArguments();
  const total =
    task.output === undefined
      ? await scoreTable(task, pool, process.stdout)
      : await intoFile(task.output, (out) => scoreTable(task, pool, out));
  await pool.close();
  process.stderr.write(`${describe(total)}\n`);
  process.exitCode = total.scored === total.rows ? 0 : 1;
}

// Whoever reads has seen enough, as in `score … | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

main().catch((error: unknown) => {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const faults = [UsageError, CsvError, SettingsError, ModelDirError, ModelFolderError];
  const known = faults.some((kind) => error instanceof kind) || code !== undefined;
  process.stderr.write(`${known ? message : stack}\n`);
  process.exit(2);
});
