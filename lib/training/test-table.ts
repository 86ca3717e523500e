import { loadModel } from "../families";
import { yardstickOf } from "../judging/measures";
import { judgePoint } from "../model/answer/estimate";
import type { Bundle } from "../model/bundle";
import { hasShares, type TestAccuracy } from "../model/evidence";
import { emptyPoint } from "../model/predictor";
import type { Spec } from "../model/spec";
import { COVERAGE_LEVELS } from "./accuracy";
import { errorsOf, foreseen } from "./errors";
import { TableError, type ExampleChunk } from "./example-parser";
import { ExampleSample } from "./sample";
import { SAMPLE_ROWS } from "./sizes";

/**
 * How accurate a model is on a table that its fit has not seen. A row counts as it would be answered: those that the model
 * refuses have no error, and are counted.
 *
 * @param bundle of the model, whose evidence says what errors are measured by
 * @param mean of the outcomes that it was fitted to: what "always the mean" says
 * @throws TableError where no row can be estimated
 */
export async function measureTest(
  spec: Spec,
  bundle: Bundle,
  { mean, table }: { mean: number; table: AsyncIterable<ExampleChunk> | Iterable<ExampleChunk> },
): Promise<TestAccuracy> {
  const sampling = new ExampleSample(SAMPLE_ROWS, spec.inputs.length);
  const outcomes = { min: Infinity, max: -Infinity };
  let rows = 0;
  for await (const chunk of table) {
    sampling.add(chunk);
    rows += chunk.count;
    for (const outcome of chunk.actual) {
      outcomes.min = Math.min(outcomes.min, outcome);
      outcomes.max = Math.max(outcomes.max, outcome);
    }
  }
  const model = loadModel(spec, bundle);
  const point = emptyPoint();
  const levels = COVERAGE_LEVELS.filter((level) => level <= (model.uncertainty?.highestLevel ?? 0));
  const held = levels.map(() => 0);
  const sample = sampling.toExamples();
  const guesses = sample.flatMap(({ encoded, actual }) => {
    model.predictor.evaluate(encoded, point);
    const { estimate, refusal } = judgePoint(model, encoded, point, levels[0] ?? 0.5);
    if (refusal) return [];
    levels.forEach((level, index) => {
      const { low, high } = judgePoint(model, encoded, point, level);
      if (low <= actual && actual <= high) held[index]!++;
    });
    return [{ actual, estimate }];
  });
  const file = spec.training?.test ?? "the test table";
  if (sample.length === 0) throw new TableError(`${file}: there are no rows to test on`);
  if (guesses.length === 0) throw new TableError(`${file}: the model estimates none of its rows`);
  const usual = yardstickOf(model);
  const yardstick = { ...usual, shares: usual.shares && hasShares({ outcomes }) };
  return {
    rows,
    measured: guesses.length,
    refused: sample.length - guesses.length,
    ...errorsOf(guesses, yardstick),
    predictiveR2: guesses.length > 1 && outcomes.min < outcomes.max ? foreseen(guesses) : null,
    baseline: errorsOf(
      guesses.map(({ actual }) => ({ actual, estimate: mean })),
      yardstick,
    ),
    coverage: levels.map((level, index) => ({ level, measured: held[index]! / guesses.length })),
  };
}
