import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writeBundle } from "../families";
import { ExampleParser, type ParsedBlock } from "../training/example-parser";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { codingInWords } from "../model/coding-words";
import { formatCount, formatQuantity, formatShare } from "../model/format";
import { writeMeasure } from "../judging/measure-words";
import { errorMeasures } from "../judging/measures";
import type { Evidence } from "../model/evidence";
import { parseJsonFile, parseSpec, SpecError, type Spec } from "../model/spec";
import { nameFault } from "../registry/folder-words";
import { replaceFile } from "../registry/replace-file";
import { describeFit } from "../training/fit-words";
import { testTable, TrainingTable, type ParseBlocks } from "../training/table";
import { train, type TrainedBundle } from "../training/train";
import { Progress } from "./progress";
import type { BlockToParse, ParseTask } from "./train-worker";
import { WorkerPool } from "./worker-pool";

/** Tables below this many bytes are read before a thread has started. */
const WORTH_THREADS = 2 ** 22;

async function readSpec(folder: string): Promise<Spec> {
  const text = await readFile(join(folder, "model.json"), "utf8");
  try {
    return parseSpec(parseJsonFile(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new SpecError(`model.json is not JSON: ${error.message}`);
    throw error;
  }
}

/** Have the blocks of a table parsed by threads, and by this one when they are busy, each time it is gone through. */
function parseInThreads(pool: WorkerPool<BlockToParse, ParsedBlock>, spec: Spec): ParseBlocks {
  let parser: ExampleParser | undefined;
  return (header, blocks, factorise, coding) => {
    if (!parser) pool.prepare({ spec, header } satisfies ParseTask);
    const here = (parser ??= new ExampleParser(spec, header));
    async function* messages(): AsyncGenerator<BlockToParse> {
      for await (const block of blocks) yield { block, factorise, coding };
    }
    return pool.map(
      messages(),
      ({ block }) => here.parse(block, factorise, coding),
      ({ block }) => [block.buffer as ArrayBuffer],
    );
  };
}

/** How accurate the model is on its test table; nothing where it has none. */
function describeTest({ training, target }: Spec, { test, tolerance }: TrainedBundle["evidence"]): string {
  if (!test) return "";
  const { error } = errorMeasures(tolerance);
  const [own, value] = test[error] === null ? (["mdae", test.mdae] as const) : ([error, test[error]] as const);
  const held = test.coverage.find(({ level }) => level === DEFAULT_LEVEL);
  const refused = test.refused > 0 ? `, ${formatCount(test.refused, "row is", "rows are")} refused` : "";
  return (
    `${training?.test}: half of ${formatCount(test.measured, "row")} are estimated within ` +
    `${writeMeasure("en", own, value, target.unit)}${refused}` +
    `${held ? `; their ${formatShare(held.level)} ranges cover ${formatShare(held.measured)}` : ""}\n`
  );
}

/** `train <folder>`: fit the model that `model.json` describes and write `artifact.json` beside it. */
export async function trainFolder(folder: string): Promise<void> {
  const spec = await readSpec(folder);
  if (!spec.training) throw new SpecError("training: model.json must name the table to train on");
  const fault = nameFault(folder, spec.id);
  if (fault) throw new SpecError(fault);
  const path = resolve(folder, spec.training.file);
  const { size } = statSync(path);
  const test = spec.training.test === undefined ? undefined : resolve(folder, spec.training.test);
  // A name that is wrong shows at once, not after the fit.
  if (test !== undefined) statSync(test);
  const progress = new Progress(size);
  const pool = new WorkerPool<BlockToParse, ParsedBlock>(
    new URL("./train-worker.mjs", import.meta.url),
    size < WORTH_THREADS ? 0 : undefined,
  );
  const table = new TrainingTable(path, spec, parseInThreads(pool, spec), (bytes, rows) => progress.show(bytes, rows));
  try {
    const bundle = await train(
      spec,
      (again, coding) => table.examples(!again, coding),
      () => table.hash,
      test === undefined ? undefined : testTable(test, spec).examples(),
    );
    progress.clear();
    const written = join(folder, "artifact.json");
    await replaceFile(written, writeBundle(bundle));
    const { coding } = bundle.predictor;
    const notices = codingInWords(spec, coding ?? null, bundle.evidence);
    const { leftOut } = bundle.evidence;
    process.stdout.write(
      `${spec.title}: ${describeFit(spec, bundle)}\n${leftOut ? `${describeLeftOut(leftOut)}\n` : ""}${describeTest(spec, bundle.evidence)}${notices.map((notice) => `${notice}\n`).join("")}wrote ${written}\n`,
    );
  } finally {
    progress.clear();
    await pool.close();
  }
}

/** "7 rows were left out: area is missing in 5, price in 2". */
function describeLeftOut({ rows, missing }: NonNullable<Evidence["leftOut"]>): string {
  const counts = Object.entries(missing).map(
    ([name, count], index) => `${name}${index === 0 ? " is missing" : ""} in ${formatQuantity(count)}`,
  );
  return `${formatQuantity(rows)} ${rows === 1 ? "row was" : "rows were"} left out: ${counts.join(", ")}`;
}
