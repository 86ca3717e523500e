import { createReadStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { DECIMAL_MARKS, type DecimalMark } from "../csv/dialect";
import { openTable } from "../csv/table";
import { env } from "../env";
import { parseLevel } from "../model/answer/level";
import { formatCount, formatQuantity } from "../model/format";
import type { Model } from "../model/model";
import { readModel } from "../registry/read-folder";
import { decideTable } from "../scoring/decide-table";
import { BlockScorer, type ScoreOptions as AnswerOptions } from "../scoring/score-block";
import { addSummary, emptySummary, type BatchSummary } from "../scoring/summary";
import { signRows, type Signing } from "../service/row-receipt";
import { CallError, exitCodes } from "./exit-codes";
import { Progress } from "./progress";
import { publishedModel } from "./published-model";
import type { BlockToScore, ScoredBlock, ScoreTask } from "./score-worker";
import { WorkerPool } from "./worker-pool";

type Pool = WorkerPool<BlockToScore, ScoredBlock>;

const READ_BYTES = 2 ** 18;

export interface ScoreOptions {
  in?: string;
  out?: string;
  level?: string;
  decimal?: string;
  receipts?: boolean;
  brief?: boolean;
}

interface Task {
  model: Model;
  input: string | undefined;
  decimal: DecimalMark | undefined;
  /** Which columns are added, and the level of the interval. */
  answers: AnswerOptions;
  signing: Signing | undefined;
}

async function readModelNamed(name: string): Promise<Model> {
  const folder = [name, join(env().MODEL_DIR, name)].find((path) => existsSync(join(path, "model.json")));
  return folder ? readModel(folder) : publishedModel(name);
}

/** Score a table from one stream to another: read and written here, scored in threads. */
async function scoreTable(
  { model, input, decimal, answers, signing }: Task,
  pool: Pool,
  out: Writable,
): Promise<BatchSummary> {
  const progress = new Progress(input === undefined ? undefined : statSync(input).size);
  const source = input === undefined ? process.stdin : createReadStream(input, { highWaterMark: READ_BYTES });
  const spareBlocks: ArrayBufferLike[] = [];
  const spareSpace: Uint8Array[] = [];
  const table = await openTable(source, { spare: spareBlocks });
  const { header, blocks } = await decideTable(model.spec, table, { decimal });
  const scorer = new BlockScorer(model, header, answers);
  const sign = signing && signRows(model, signing);
  await write(out, scorer.scoreHeader());

  const { spec, bundle } = model;
  pool.prepare({ spec, bundle, header, answers, signing } satisfies ScoreTask);
  async function* messages(): AsyncGenerator<BlockToScore> {
    for await (const block of blocks) yield { block, space: spareSpace.pop() };
  }
  const scoreHere = ({ block, space }: BlockToScore) => ({ block, ...scorer.scoreBlock(block, space, sign) });
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
  if (!existsSync(dirname(path))) throw new CallError(`there is no folder ${dirname(path)}`);
  const there = statSync(path, { throwIfNoEntry: false });
  const part = there && !there.isFile() ? path : `${path}.${process.pid}.part`;
  const forget = () => part !== path && rmSync(part, { force: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      forget();
      process.exit(128 + constants.signals[signal]);
    });
  }
  const out = (await open(part, "w")).createWriteStream();
  // The write that fails says so.
  out.on("error", () => undefined);
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

function describe({ rows, scored, refused, bad, extrapolated }: BatchSummary, { brief }: AnswerOptions): string {
  const outside = brief ? "" : `, ${formatQuantity(extrapolated)} extrapolated`;
  return `${formatCount(rows, "row")}: ${formatQuantity(scored)} scored, ${formatQuantity(refused)} refused, ${formatQuantity(bad)} bad${outside}`;
}

/** `score <model>`: a table in, the table with answers out. Counts the rows on standard error. */
export async function score(name: string, options: ScoreOptions): Promise<void> {
  // The threads start while the model is read.
  const pool: Pool = new WorkerPool(new URL("./score-worker.mjs", import.meta.url));
  const model = await readModelNamed(name);
  const parsed = parseLevel(model, options.level);
  if ("fault" in parsed) throw new CallError(`--${parsed.fault}`);
  const { level } = parsed;
  const decimal = DECIMAL_MARKS.find((mark) => mark === options.decimal);
  if (options.decimal !== undefined && !decimal) throw new CallError("--decimal must be . or ,");
  // Only a run with receipts loads the store.
  const key = options.receipts ? await (await import("./receipt-key")).receiptKey() : undefined;
  const answers: AnswerOptions = { level, receipts: key !== undefined, brief: options.brief };
  const task: Task = { model, input: options.in, decimal, answers, signing: key && { key, level, at: Date.now() } };
  const total =
    options.out === undefined
      ? await scoreTable(task, pool, process.stdout)
      : await intoFile(options.out, (out) => scoreTable(task, pool, out));
  await pool.close();
  process.stderr.write(`${describe(total, answers)}\n`);
  process.exitCode = total.scored === total.rows ? exitCodes.done : exitCodes.data;
}
