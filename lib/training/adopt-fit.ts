import { compileDesign } from "../linear/columns";
import { standardDeviation } from "simple-statistics";
import { emptyPoint } from "../model/predictor";
import { toScale } from "../model/model";
import { loadModel } from "../families";
import type { Spec } from "../model/spec";
import type { ImportedBundle } from "./calibrate";
import { TableError } from "./example-parser";
import type { ExampleSource } from "./fit-rows";
import { train } from "./train";

/** Estimates are the same where they differ by less than this share of the spread of the outcomes. */
const SAME = 1e-7;

/**
 * The model of a file as one that was fitted here, with the exact intervals and all figures of a fit, where the table is the
 * one that it was fitted to: the least-squares fit of its columns to the table then gives the same coefficients and the same
 * estimate of each row.
 *
 * @returns null where the table gives another fit, or none
 */
export async function adoptFit(
  spec: Spec,
  bundle: ImportedBundle,
  examples: ExampleSource,
  dataHash: () => string,
): Promise<ImportedBundle | null> {
  const own = bundle.predictor.coding?.own;
  if (!own || spec.target.estimates === "mean") return null;
  let trained;
  try {
    trained = await train(spec, examples, dataHash, undefined, own);
  } catch (error) {
    if (error instanceof TableError) return null;
    throw error;
  }
  const { predictor } = trained;
  const filed = loadModel(spec, bundle).predictor;
  const fitted = loadModel(spec, trained).predictor;
  const { background } = trained.evidence;
  const rows = background.actual.map((_, row) =>
    Float64Array.from(spec.inputs, ({ name }) => background.inputs[name]![row]!),
  );
  const spread = standardDeviation(background.actual.map((outcome) => toScale(spec, outcome)));
  const [point, other] = [emptyPoint(), emptyPoint()];
  const same = rows.every((row) => {
    filed.evaluate(row, point);
    fitted.evaluate(row, other);
    return Math.abs(point.center - other.center) <= SAME * spread;
  });
  if (!same) return null;
  const { names } = compileDesign(spec, predictor.coding);
  if (predictor.coding?.dropped.length) return trained;
  // The file's own digits count.
  const byName = new Map(bundle.predictor.terms.map((term, index) => [term, bundle.predictor.coefficients[index]!]));
  const coefficients = names.map((name) => byName.get(name)!);
  return { ...trained, predictor: { ...predictor, coefficients } };
}
