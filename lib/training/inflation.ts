import { compileDesign } from "../linear/columns";
import type { Coding } from "../model/predictor";
import type { LeastSquares } from "../math/least-squares";
import { StreamingQr } from "../math/qr";
import { solveUpper } from "../math/triangle";
import type { InputInflation } from "../model/predictor";
import type { Spec } from "../model/spec";

/**
 * The generalised variance inflation factor of each input: by how much the squared volume of the confidence region of
 * its coefficients is larger than if its columns were uncorrelated with all others. GVIF = |S| · |(X′X)⁻¹_SS| with S the
 * inner products of the input's columns and all columns about their means. GVIF^(1/(2 df)) compares inputs with
 * different numbers of columns, and is the root of the usual factor for a single column. It depends neither on the
 * reference level of a category, nor on whether a polynomial is in powers or orthogonal.
 *
 * Columns of several inputs count for each of them, after taking out what the terms with fewer of the same inputs
 * explain: for a product, that is its centring. Estimates are the same with a column that is changed so.
 *
 * Source: Fox and Monette (1992), "Generalized collinearity diagnostics", Journal of the American Statistical
 * Association 87, 178–183; `car::vif` for models of main effects.
 */
export function measureInflation(spec: Spec, { r, p }: LeastSquares, coding?: Coding): InputInflation[] {
  const { columns, intercept } = compileDesign(spec, coding);
  const first = Number(intercept);
  const m = p - first;
  // Below the intercept's row, R holds the columns about their means; without an intercept, they stand about 0.
  const vectors = columns.map((_, column) =>
    Float64Array.from({ length: m }, (_, row) => r[(row + first) * p + column + first]!),
  );
  // Columns of the same inputs have the same ones below them.
  const bases = new Map<string, Float64Array[]>();
  const centred = vectors.map((vector, index) => {
    const { inputs } = columns[index]!;
    const lower = columns.flatMap((other, at) =>
      other.inputs.length < inputs.length && other.inputs.every((input) => inputs.includes(input))
        ? [vectors[at]!]
        : [],
    );
    if (lower.length === 0) return vector;
    const key = inputs.join();
    let basis = bases.get(key);
    if (!basis) bases.set(key, (basis = basisOf(lower)));
    return orthogonal(Float64Array.from(vector), basis);
  });
  const inverse = invertTriangle(triangleOf(centred), m);
  return spec.inputs.map(({ name }, input) => {
    const own = columns.flatMap(({ inputs }, index) => (inputs.includes(input) ? [index] : []));
    // Levels that all follow from others have no column.
    if (own.length === 0) return { input: name, gvif: 1, df: 0 };
    const volume = logVolume(own.map((index) => centred[index]!)) + logVolume(own.map((index) => inverse[index]!));
    // Rounding errors must not bring it below 1.
    return { input: name, gvif: Math.max(1, Math.exp(2 * volume)), df: own.length };
  });
}

/** Orthogonal directions that span what vectors span. */
function basisOf(vectors: Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const direction = orthogonal(Float64Array.from(vector), basis);
    const length = Math.hypot(...direction);
    basis.push(direction.map((value) => value / length));
  }
  return basis;
}

/** Gram–Schmidt, twice, in place. */
function orthogonal(vector: Float64Array, basis: Float64Array[]): Float64Array {
  for (let round = 0; round < 2; round++) {
    for (const direction of basis) {
      const part = direction.reduce((sum, value, index) => sum + value * vector[index]!, 0);
      direction.forEach((value, index) => (vector[index]! -= part * value));
    }
  }
  return vector;
}

/** R of the matrix with these columns, row-major. */
function triangleOf(columns: Float64Array[]): Float64Array {
  const width = columns.length;
  const length = columns[0]!.length;
  const rows = Float64Array.from({ length: length * width }, (_, at) => columns[at % width]![Math.floor(at / width)]!);
  const qr = new StreamingQr(width);
  qr.add({ rows, count: length });
  return qr.finish().map((value, at) => value / qr.scale[at % width]!);
}

/** The rows of R⁻¹. */
function invertTriangle(r: Float64Array, p: number): Float64Array[] {
  const rows = Array.from({ length: p }, () => new Float64Array(p));
  for (let j = 0; j < p; j++) {
    const column = new Float64Array(p);
    column[j] = 1;
    solveUpper(r, p, column).forEach((value, i) => (rows[i]![j] = value));
  }
  return rows;
}

/** The logarithm of the volume that vectors span. */
function logVolume(vectors: Float64Array[]): number {
  const r = triangleOf(vectors);
  return vectors.reduce((sum, _, index) => sum + Math.log(r[index * (vectors.length + 1)]!), 0);
}
