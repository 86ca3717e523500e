import { StreamingQr } from "../math/qr";
import { findDependencies } from "../math/rank";
import { leverage, solveLower, solveUpper } from "../math/triangle";

/** What rows of a design leave of other columns; see `remainderOf`. */
export interface Remainder {
  /** Rows. */
  count: number;
  /** Columns of the design that are independent in these rows. */
  rank: number;
  /** Of each row, h = x′(X′X)⁻¹x. */
  leverage: Float64Array;
  /** z − X(X′X)⁻¹X′z: what the design does not explain of a column with a number for each row. */
  of(column: Float64Array): Float64Array;
}

/**
 * Take a design out of columns: what is left of a column and of the response has the coefficient and the residual that
 * the column would have beside the design (Frisch and Waugh 1933, Econometrica 1, 387–401; Lovell 1963).
 *
 * X′X is never formed: R of X = QR gives (X′X)⁻¹ = R⁻¹R⁻ᵀ. A column of which much is taken out is taken twice, which
 * wins back the digits that the first time loses: Daniel, Gragg, Kaufman and Stewart (1976), Mathematics of Computation
 * 30, 772–795. The cost is 4 · rows · columns operations each time.
 *
 * @param design rows × p, row-major; columns that depend on others in these rows are left out
 */
export function remainderOf(design: Float64Array, count: number, p: number): Remainder {
  let kept = Array.from({ length: p }, (_, column) => column);
  let r = triangleOf(design, count, p);
  const dependent = new Set(findDependencies(r, p).map(({ column }) => column));
  if (dependent.size > 0) {
    kept = kept.filter((column) => !dependent.has(column));
    design = selectColumns(design, count, p, kept);
    r = triangleOf(design, count, kept.length);
  }
  const rank = kept.length;
  const scratch = new Float64Array(rank);
  const takeOut = (column: Float64Array) => {
    const weights = new Float64Array(rank);
    for (let row = 0; row < count; row++) {
      const value = column[row]!;
      if (value === 0) continue;
      for (let j = 0, at = row * rank; j < rank; j++, at++) weights[j]! += design[at]! * value;
    }
    solveUpper(r, rank, solveLower(r, rank, weights));
    for (let row = 0; row < count; row++) {
      let fitted = 0;
      for (let j = 0, at = row * rank; j < rank; j++, at++) fitted += design[at]! * weights[j]!;
      column[row]! -= fitted;
    }
  };
  return {
    count,
    rank,
    leverage: Float64Array.from({ length: count }, (_, row) =>
      leverage(r, rank, design.subarray(row * rank, (row + 1) * rank), scratch),
    ),
    of(column) {
      const left = Float64Array.from(column);
      const before = sumOfSquares(left);
      takeOut(left);
      if (sumOfSquares(left) < before / 2) takeOut(left);
      return left;
    },
  };
}

const sumOfSquares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);

function triangleOf(rows: Float64Array, count: number, p: number): Float64Array {
  const qr = new StreamingQr(p);
  qr.add({ rows, count });
  return qr.finish().map((value, at) => value / qr.scale[at % p]!);
}

function selectColumns(design: Float64Array, count: number, p: number, kept: number[]): Float64Array {
  const width = kept.length;
  const selected = new Float64Array(count * width);
  for (let row = 0; row < count; row++) {
    for (let index = 0; index < width; index++) selected[row * width + index] = design[row * p + kept[index]!]!;
  }
  return selected;
}
