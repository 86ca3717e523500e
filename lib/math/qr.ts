/** Rows of a table, row after row, all of one width; only the first `count` rows are meant. */
export interface Chunk {
  rows: Float64Array;
  count: number;
}

/** What a triangle holds of many rows; see `StreamingQr`. */
export interface Factor {
  /** The R factor of the rows with each column times its scale: upper triangle, row-major, columns × columns. */
  r: Float64Array;
  /** A power of two for each column. */
  scale: Float64Array;
  /** Rows. */
  count: number;
}

/** A table that can be read more than once: each call starts again at the first row. */
export type RowSource = () => Iterable<Chunk> | AsyncIterable<Chunk>;

const BLOCK = 256;

/**
 * The R factor of a tall matrix, found without ever holding the matrix.
 *
 * If A = QR, then the R of A with more rows B below is the R of the small matrix [R; B], since the two differ
 * by an orthogonal factor only. So rows are gathered into blocks, and each full block is folded into R by
 * Householder reflections. Memory is one block and one triangle, however many rows come; the cost is
 * 2 · rows · columns² operations, and the backward error is that of Householder QR of the whole matrix.
 * Sources: Golub & Van Loan, Matrix Computations, 4th ed., 5.1 and 5.2; Demmel et al., "Communication-optimal
 * parallel and sequential QR and LU factorizations", SIAM J. Sci. Comput. 34 (2012).
 *
 * Blocks are cut by row number and not by chunk, so that the same rows give the same bits however they
 * are chunked. And since R is all that is needed of rows, others can find those of parts of a table, in threads say;
 * then the same parts in the same order give the same bits.
 */
export class StreamingQr {
  /** Rows folded in so far: all of them after `finish`. */
  count = 0;
  /**
   * A power of two for each column, which brings the first block's largest number to about 1. It is exact,
   * and Householder QR commutes with it; it only keeps squares of very large or small numbers in range.
   */
  readonly scale: Float64Array;

  /** Upper triangle of the scaled matrix, row-major, columns × columns. */
  private readonly r: Float64Array;
  /** Up to BLOCK scaled rows, column after column, so that the inner loops run along memory. */
  private readonly block: Float64Array;
  private filled = 0;
  private scaled = false;

  constructor(readonly columns: number) {
    this.scale = new Float64Array(columns).fill(1);
    this.r = new Float64Array(columns * columns);
    this.block = new Float64Array(columns * BLOCK);
  }

  add({ rows, count }: Chunk): void {
    const { columns, block } = this;
    let position = 0;
    for (let row = 0; row < count; row++) {
      for (let column = 0; column < columns; column++) block[column * BLOCK + this.filled] = rows[position++]!;
      this.filled++;
      if (this.filled === BLOCK) this.fold();
    }
  }

  /** The same for the rows that a factor stands for. */
  addFactor({ r, scale, count }: Factor): void {
    const { columns } = this;
    // Nothing is known of scales where there are no rows.
    if (count === 0) return;
    if (!this.scaled && this.filled === 0) {
      this.r.set(r);
      this.scale.set(scale);
      this.scaled = true;
      this.count = count;
      return;
    }
    const rows = r.map((value, at) => value / scale[at % columns]!);
    this.add({ rows, count: columns });
    this.count += count - columns;
  }

  /** What the rows so far come to. */
  factor(): Factor {
    this.fold();
    return { r: this.r, scale: this.scale, count: this.count };
  }

  /** Fold what is left and give R of the scaled matrix, its diagonal not negative. */
  finish(): Float64Array {
    this.fold();
    const { r, columns } = this;
    for (let k = 0; k < columns; k++) {
      if (r[k * columns + k]! >= 0) continue;
      for (let j = k; j < columns; j++) r[k * columns + j]! *= -1;
    }
    return r;
  }

  private fold(): void {
    const { block, columns, r, filled } = this;
    if (!this.scaled) this.chooseScale();
    for (let column = 0; column < columns; column++) {
      const factor = this.scale[column]!;
      const start = column * BLOCK;
      if (factor !== 1) for (let i = start; i < start + filled; i++) block[i]! *= factor;
    }
    foldBlock(r, block, columns, filled);
    this.count += filled;
    this.filled = 0;
  }

  private chooseScale(): void {
    this.scaled = true;
    for (let column = 0; column < this.columns; column++) {
      const values = this.block.subarray(column * BLOCK, column * BLOCK + this.filled);
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      if (largest > 0 && Number.isFinite(largest)) this.scale[column] = 2 ** -Math.round(Math.log2(largest));
    }
  }
}

/**
 * Triangularise [R; block] in place.
 *
 * Step k reflects the vector x = (R_kk, block column k) onto the axis of R_kk. With β = −sign(R_kk) ‖x‖ and
 * u = x − β e, the reflection is I − u uᵀ / (−β u_0); below the diagonal R is zero, so no other row of R
 * takes part. Each column is gone through once in a step: as it changes, so does its product with the next x.
 */
function foldBlock(r: Float64Array, block: Float64Array, columns: number, filled: number): void {
  const vectors = Array.from({ length: columns }, (_, k) => block.subarray(k * BLOCK, k * BLOCK + filled));
  const products = Float64Array.from(vectors, (y) => dot(vectors[0]!, y));
  for (let k = 0; k < columns; k++) {
    const x = vectors[k]!;
    const next = vectors[k + 1];
    const below = products[k]!;
    if (below === 0) {
      for (let j = k + 1; j < columns; j++) products[j] = dot(next!, vectors[j]!);
      continue;
    }
    const diagonal = r[k * columns + k]!;
    const norm = Math.sqrt(diagonal * diagonal + below);
    const beta = diagonal > 0 ? -norm : norm;
    const head = diagonal - beta;
    r[k * columns + k] = beta;
    for (let j = k + 1; j < columns; j++) {
      const weight = (head * r[k * columns + j]! + products[j]!) / (beta * head);
      r[k * columns + j]! += weight * head;
      products[j] = addAndDot(weight, x, vectors[j]!, next!);
    }
  }
}

/** y += weight · x, and what zᵀy is then; z may be y. */
function addAndDot(weight: number, x: Float64Array, y: Float64Array, z: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < x.length; i += 4) {
    const first = (y[i]! += weight * x[i]!);
    const second = (y[i + 1]! += weight * x[i + 1]!);
    const third = (y[i + 2]! += weight * x[i + 2]!);
    const fourth = (y[i + 3]! += weight * x[i + 3]!);
    a += first * z[i]!;
    b += second * z[i + 1]!;
    c += third * z[i + 2]!;
    d += fourth * z[i + 3]!;
  }
  for (; i < x.length; i++) a += (y[i]! += weight * x[i]!) * z[i]!;
  return a + b + (c + d);
}

/** Four partial sums, which the processor can work on at once. */
function dot(x: Float64Array, y: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < x.length; i += 4) {
    a += x[i]! * y[i]!;
    b += x[i + 1]! * y[i + 1]!;
    c += x[i + 2]! * y[i + 2]!;
    d += x[i + 3]! * y[i + 3]!;
  }
  for (; i < x.length; i++) a += x[i]! * y[i]!;
  return a + b + (c + d);
}
