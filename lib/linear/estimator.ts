import type { Artifact } from "../model/bundle";
import { compileDesign, type Design } from "./design";
import type { Spec } from "../model/spec";
import { uncertaintyOf, type Uncertainty } from "../model/answer/uncertainty";

/** What an estimate needs of a model, compiled; nothing of it checks inputs or explains. */
export interface Estimator {
  spec: Spec;
  artifact: Artifact;
  design: Design;
  /** Intercept first, as are the rows that the design writes. */
  coefficients: Float64Array;
  /** The upper triangle R of X = QR, p × p, row-major. */
  r: Float64Array;
  uncertainty: Uncertainty;
}

/**
 * Compile a model for estimates.
 *
 * @param artifact trained for this very spec, which `readArtifact` sees to
 */
export function compileEstimator(spec: Spec, artifact: Artifact): Estimator {
  const coefficients = Float64Array.from(artifact.coefficients, ({ estimate }) => estimate);
  const p = coefficients.length;
  const r = new Float64Array(p * p);
  artifact.r.forEach((row, index) => r.set(row, index * p + index));
  return { spec, artifact, design: compileDesign(spec), coefficients, r, uncertainty: uncertaintyOf(spec, artifact) };
}
