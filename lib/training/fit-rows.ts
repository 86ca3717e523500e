import { leastSquares, RankDeficientError, TooFewRowsError, type LeastSquares } from "../math/least-squares";
import { compileDesign } from "../linear/columns";
import type { Design } from "../linear/design";
import type { Coding, OwnCoding } from "../model/predictor";
import { INTERCEPT } from "../model/predictor";
import type { Evidence } from "../model/evidence";
import type { Spec } from "../model/spec";
import { LeftOut } from "./left-out";
import { TableError, type ExampleChunk } from "./example-parser";
import { checkLevels, mustCount, poolEverything, poolLevels, type LevelCounts, type Pooling } from "./pool-levels";
import { Ranges } from "./ranges";
import { ExampleSample } from "./sample";
import { SAMPLE_ROWS } from "./sizes";
import { TRAINING_SENTENCES, type TrainingSentences } from "./sentences";

/**
 * A table that can be gone through again, in the same order. The first time, factors do in the place of rows.
 *
 * @param coding with which the rows of the design are written
 */
export type ExampleSource = (again: boolean, coding?: Coding) => AsyncIterable<ExampleChunk> | Iterable<ExampleChunk>;

/** What one reading of a table comes to. */
export interface FittedRows {
  fit: LeastSquares;
  pooling: Pooling;
  sampling: ExampleSample;
  ranges: Ranges;
  outcomes: { min: number; max: number };
  /** The sum of the logarithms of weights, and the rows of weight 0; see `Weighting`. */
  weights: { logs: number; zero: number };
  leftOut: Evidence["leftOut"];
}

export function tooFewRows(n: number, p: number, leftOut: Evidence["leftOut"]): TableError {
  const without = leftOut && { rows: leftOut.rows, names: Object.keys(leftOut.missing) };
  return new TableError((locale) => TRAINING_SENTENCES[locale].tooFewRows(n, p, without));
}

/**
 * Fit the design of a description to a table. Where levels may have to be pooled, their rows are counted first. Columns of
 * levels that follow from others in every row have no coefficient, as in R's `lm`: the table is then read again without
 * them.
 *
 * @throws TableError when the rows are too few, a level has no row, or other columns depend on each other (by their names)
 */
export async function fitRows(spec: Spec, examples: ExampleSource, own?: OwnCoding): Promise<FittedRows> {
  let pooling: Pooling = { coding: { pooled: {}, dropped: [], ...(own && { own }) }, fewest: {} };
  if (!own && mustCount(spec)) pooling = poolLevels(spec, await countLevels(spec, examples));
  const read = await readOnce(spec, examples, pooling);
  if ("fit" in read) return read;
  const { dropped } = read;
  const again = await readOnce(spec, examples, { ...pooling, coding: { ...pooling.coding, dropped } });
  if ("fit" in again) return again;
  const names = again.dropped.join(", ");
  throw new TableError((locale) => TRAINING_SENTENCES[locale].nearlyDependent(names));
}

async function countLevels(spec: Spec, examples: ExampleSource): Promise<LevelCounts> {
  const ranges = new Ranges(spec);
  for await (const chunk of examples(true, poolEverything(spec))) ranges.add(chunk);
  return levelCounts(spec, ranges);
}

function levelCounts({ inputs }: Spec, ranges: Ranges): LevelCounts {
  return new Map(
    inputs.flatMap(({ name, kind }, index) => (kind === "category" ? [[name, ranges.countsOf(index)] as const] : [])),
  );
}

/** @returns the names of the columns to drop where some follow from others */
async function readOnce(
  spec: Spec,
  examples: ExampleSource,
  pooling: Pooling,
): Promise<FittedRows | { dropped: string[] }> {
  const { coding } = pooling;
  const design = compileDesign(spec, coding);
  const sampling = new ExampleSample(SAMPLE_ROWS, spec.inputs.length);
  const ranges = new Ranges(spec);
  const outcomes = { min: Infinity, max: -Infinity };
  const weights = { logs: 0, zero: 0 };
  const absent = new LeftOut(spec);
  async function* parts() {
    for await (const chunk of examples(false, coding)) {
      sampling.add(chunk);
      ranges.add(chunk);
      absent.add(chunk);
      for (const weight of chunk.weights ?? []) weights.logs += Math.log(weight);
      const { numbered, leftOut = 0 } = chunk;
      if (chunk.weights && numbered) weights.zero += numbered.read - chunk.count - leftOut;
      for (const outcome of chunk.actual) {
        outcomes.min = Math.min(outcomes.min, outcome);
        outcomes.max = Math.max(outcomes.max, outcome);
      }
      yield chunk.factor ?? chunk;
    }
  }
  const { intercept } = design;
  try {
    const fit = await leastSquares(() => examples(true, coding), design.names.length, parts(), { intercept });
    if (!coding.own) checkLevels(spec, pooling, levelCounts(spec, ranges));
    return { fit, pooling, sampling, ranges, outcomes, weights, leftOut: absent.toEvidence() };
  } catch (error) {
    if (error instanceof TooFewRowsError) throw tooFewRows(error.n, error.p, absent.toEvidence());
    if (!(error instanceof RankDeficientError)) throw error;
    if (coding.own) return { dropped: error.dependencies.map(({ column }) => design.names[column]!) };
    checkLevels(spec, pooling, levelCounts(spec, ranges));
    const first = new Float64Array(design.names.length);
    const [example] = sampling.toExamples();
    if (example) design.writeRow(example.encoded, first);
    return { dropped: droppable(error, design, first) };
  }
}

/**
 * The names of the columns that depend on others, all of which must be those of levels.
 *
 * @param first row of the design: what a constant column has in every row
 * @throws TableError naming the others in the words of the spec
 */
function droppable({ dependencies }: RankDeficientError, design: Design, first: ArrayLike<number>): string[] {
  const { names, columns, intercept } = design;
  const isLevel = (column: number) => (columns[column - Number(intercept)]?.indicates.length ?? 0) > 0;
  const faults = dependencies.flatMap(({ column, on }) => {
    if (isLevel(column)) return [];
    const name = names[column]!;
    const others = on.map((index) => (names[index] === INTERCEPT ? null : names[index]!));
    const isConstant = others.every((other) => other === null);
    return (words: TrainingSentences) =>
      isConstant ? words.constantColumn(name, first[column]!) : words.dependent(name, others);
  });
  const dependent = dependencies.map(({ column }) => names[column]!);
  if (faults.length > 0) {
    throw new TableError((locale) => faults.map((need) => need(TRAINING_SENTENCES[locale])).join("\n"), dependent);
  }
  return dependent;
}
