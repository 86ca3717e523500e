import type { ExampleChunk } from "./example-parser";
import type { NumberedExample } from "./leave-one-out";

/** splitmix64's multipliers, 0xbf58476d1ce4e5b9 and 0x94d049bb133111eb, in halves of 32 bits. */
const [FIRST_HIGH, FIRST_LOW] = [0xbf58476d, 0x1ce4e5b9];
const [SECOND_HIGH, SECOND_LOW] = [0x94d049bb, 0x133111eb];
const TWO_TO_32 = 2 ** 32;

/**
 * The upper half of the product of two whole numbers below 2³², given the lower. It is exact: doubles are off by at most
 * 2¹¹ here, far less than the 2³¹ that rounding forgives.
 */
function upperHalf(a: number, b: number, lowerHalf: number): number {
  return Math.round((a * b - lowerHalf) / TWO_TO_32);
}

/**
 * A number from 0 to below 1 that looks random and is the same on every machine: the leading 53 of the 64 bits that
 * splitmix64 makes of a row number. Rows that are taken by it follow no pattern of the table.
 *
 * Source: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA, 453–472.
 *
 * @param row a whole number, counted from 1
 * @param salt a whole number below 2³²; each gives numbers that have nothing to do with those of another
 */
export function hashOfRow(row: number, salt = 0): number {
  let high = Math.floor(row / TWO_TO_32) ^ salt;
  let low = row >>> 0;
  low = (low ^ ((low >>> 30) | (high << 2))) >>> 0;
  high ^= high >>> 30;
  let product = Math.imul(low, FIRST_LOW) >>> 0;
  high = (Math.imul(high, FIRST_LOW) + Math.imul(low, FIRST_HIGH) + upperHalf(low, FIRST_LOW, product)) | 0;
  low = (product ^ ((product >>> 27) | (high << 5))) >>> 0;
  high ^= high >>> 27;
  product = Math.imul(low, SECOND_LOW) >>> 0;
  high = (Math.imul(high, SECOND_LOW) + Math.imul(low, SECOND_HIGH) + upperHalf(low, SECOND_LOW, product)) | 0;
  low = (product ^ ((product >>> 31) | (high << 1))) >>> 0;
  high ^= high >>> 31;
  return ((high >>> 0) * 2 ** 21 + (low >>> 11)) / 2 ** 53;
}

type Sampled = Pick<ExampleChunk, "count" | "encoded" | "actual" | "weights" | "numbered">;

/**
 * A sample of a table of unknown length in bounded memory: the `capacity` rows whose numbers have the smallest hashes,
 * which is every row where there are no more. It depends on nothing but how many rows there are, so the same table gives
 * the same sample; and the smaller of two samples of a table is part of the larger.
 *
 * Rows are kept in plain arrays, in the place of one that leaves: an object for each row that comes and goes takes
 * several times as long.
 */
export class ExampleSample {
  private readonly numbers: Float64Array;
  private readonly encoded: Float64Array;
  private readonly actual: Float64Array;
  /** Made with the first row that has a weight. */
  private weights: Float64Array | undefined;
  /** Once as many rows are kept as can be, a heap: the entries at 2i + 1 and 2i + 2 have no larger hash than that at i. */
  private readonly hashes: Float64Array;
  /** Of each entry: its place in the arrays above. */
  private readonly places: Uint32Array;
  private kept = 0;
  private seen = 0;
  /** What a hash must be below. */
  private limit = Infinity;

  /** @param width how many inputs a row has */
  constructor(
    private readonly capacity: number,
    private readonly width: number,
  ) {
    this.numbers = new Float64Array(capacity);
    this.encoded = new Float64Array(capacity * width);
    this.actual = new Float64Array(capacity);
    this.hashes = new Float64Array(capacity);
    this.places = new Uint32Array(capacity);
  }

  /** The next rows of the table. */
  add(chunk: Sampled): void {
    const { count, weights, numbered } = chunk;
    if (weights) this.weights ??= new Float64Array(this.capacity);
    for (let index = 0; index < count; index++) {
      const row = this.seen + (numbered ? numbered.places[index]! : index + 1);
      const hash = hashOfRow(row);
      if (hash < this.limit) this.copy(chunk, index, row, this.makePlace(hash));
    }
    this.seen += numbered ? numbered.read : count;
  }

  /** The rows of the sample, in the order of the table. */
  toExamples(): NumberedExample[] {
    const { numbers, encoded, actual, weights, kept, width } = this;
    return Array.from({ length: kept }, (_, place) => ({
      row: numbers[place]!,
      encoded: encoded.subarray(place * width, (place + 1) * width),
      actual: actual[place]!,
      ...(weights && { weight: weights[place]! }),
    })).sort((a, b) => a.row - b.row);
  }

  private copy({ encoded, actual, weights }: Sampled, index: number, row: number, place: number): void {
    const { width } = this;
    for (let input = 0; input < width; input++) {
      this.encoded[place * width + input] = encoded[index * width + input]!;
    }
    this.actual[place] = actual[index]!;
    this.numbers[place] = row;
    if (this.weights && weights) this.weights[place] = weights[index]!;
  }

  /** A free place, or else that of the row with the largest hash, for a row with this hash. */
  private makePlace(hash: number): number {
    const { hashes, places, capacity } = this;
    const place = this.kept < capacity ? this.kept : places[0]!;
    if (this.kept < capacity) {
      hashes[place] = hash;
      places[place] = place;
      this.kept++;
      if (this.kept < capacity) return place;
      for (let at = (capacity >> 1) - 1; at >= 0; at--) this.sink(hashes[at]!, places[at]!, at);
    } else {
      this.sink(hash, place, 0);
    }
    this.limit = hashes[0]!;
    return place;
  }

  /** Put an entry at a position of the heap, or below it where there are larger hashes. */
  private sink(hash: number, place: number, at: number): void {
    const { hashes, places, capacity } = this;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < capacity && hashes[child + 1]! > hashes[child]!) child++;
      if (child >= capacity || hashes[child]! <= hash) break;
      hashes[at] = hashes[child]!;
      places[at] = places[child]!;
      at = child;
    }
    hashes[at] = hash;
    places[at] = place;
  }
}

/** The sample of at most `capacity` rows that `ExampleSample` takes of a table, from a larger sample of it or the whole. */
export function thin<Row extends { row: number }>(rows: readonly Row[], capacity: number): Row[] {
  if (rows.length <= capacity) return [...rows];
  const hashes = Float64Array.from(rows, ({ row }) => hashOfRow(row));
  const largest = hashes.toSorted()[capacity - 1]!;
  return rows.filter((_, index) => hashes[index]! <= largest);
}
