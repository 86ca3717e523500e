import { solveUpper, unitColumns } from "./triangle";

/** A column of a table that can be computed from others; a column of zeros depends on none. */
export interface Dependency {
  column: number;
  /** The earlier columns that it is a combination of, in order. */
  on: number[];
}

/** A column counts as dependent when less than this share of its length is new beside the earlier ones. */
const RANK_TOLERANCE = 1e-11;
/** A column takes part in a combination when it brings at least this share of the combined length. */
const WEIGHT_TOLERANCE = 1e-7;

/**
 * The columns of X = QR that depend linearly on columns before them, with the columns they depend on; none
 * where X has full rank.
 *
 * The columns of R are orthogonalised one after another (Gram–Schmidt, twice, which is enough: Giraud,
 * Langou & Rozložník 2005). What remains of a column is the part that no earlier column explains. Lengths
 * are compared with the column's own, so units do not matter.
 */
export function findDependencies(r: Float64Array, p: number): Dependency[] {
  const columns = unitColumns(r, p);
  const basis: {
    column: number;
    direction: Float64Array;
    parts: Float64Array;
  }[] = [];
  const dependencies: Dependency[] = [];

  for (const [column, remainder] of columns.entries()) {
    const parts = new Float64Array(p);
    for (let round = 0; round < 2; round++) {
      basis.forEach(({ direction }, index) => {
        // Plain loops: with 500 columns, they run two hundred million times.
        let part = 0;
        for (let i = 0; i < p; i++) part += direction[i]! * remainder[i]!;
        parts[index]! += part;
        for (let i = 0; i < p; i++) remainder[i]! -= part * direction[i]!;
      });
    }
    const length = Math.hypot(...remainder);
    if (length > RANK_TOLERANCE) {
      parts[basis.length] = length;
      basis.push({
        column,
        direction: remainder.map((value) => value / length),
        parts,
      });
    } else {
      const weights = combination(
        basis.map((one) => one.parts),
        parts,
      );
      const on = basis.filter((_, index) => Math.abs(weights[index]!) > WEIGHT_TOLERANCE).map((one) => one.column);
      dependencies.push({ column, on });
    }
  }
  return dependencies;
}

/** The weights with which the basis columns, given by their parts along its directions, add up to `parts`. */
function combination(basis: Float64Array[], parts: Float64Array): Float64Array {
  const size = basis.length;
  const triangle = Float64Array.from({ length: size * size }, (_, at) => basis[at % size]![Math.floor(at / size)]!);
  return solveUpper(triangle, size, parts.slice(0, size));
}
