import { ImportError } from "../import-error";

/** Symbols that a file may hold; the largest linear models that are known have some hundred thousand. */
const MOST_NODES = 300_000;
/** Numbers, texts and objects in the arrays of a file. */
const MOST_VALUES = 6_000_000;
/** Bytes that the compressed files of a model may unpack to, all together. */
const MOST_UNPACKED = 32 * 2 ** 20;
/** Pickles within pickles, as arrays of objects are in joblib. */
const DEEPEST_PICKLES = 10;
/** Digits of a whole number, in bytes. */
const LONGEST_NUMBER = 1_024;

/** Counts what a file makes us keep, before it is made. */
export class Budget {
  private nodes = 0;
  private values = 0;
  private depth = 0;
  private unpacked = 0;

  addNodes(count = 1): void {
    this.nodes += count;
    if (this.nodes > MOST_NODES) throw tooLarge("objects");
  }

  addValues(count: number): void {
    this.values += count;
    if (!(this.values <= MOST_VALUES)) throw tooLarge("numbers in its arrays");
  }

  /** Read a pickle that lies within another. */
  within<Result>(read: () => Result): Result {
    if (++this.depth > DEEPEST_PICKLES)
      throw new ImportError("the file has pickles within pickles, too deep for a model");
    const result = read();
    this.depth--;
    return result;
  }

  /** How many bytes a compressed file may still unpack to, where a file of its kind may unpack to so many. */
  unpackedLeft(most: number): number {
    return Math.max(0, Math.min(most, MOST_UNPACKED - this.unpacked));
  }

  addUnpacked(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > MOST_UNPACKED) throw this.unpacksTooFar(MOST_UNPACKED);
  }

  unpacksTooFar(limit: number): ImportError {
    const size = `${Math.floor(limit / 2 ** 20)} MB`;
    return new ImportError(`the file unpacks to more than ${size}; unpack it first, if it is a model that you know`);
  }

  checkNumber(bytes: number): void {
    if (bytes > LONGEST_NUMBER) throw new ImportError("the file holds a whole number of more than a thousand bytes");
  }
}

function tooLarge(what: string): ImportError {
  return new ImportError(`the file has too many ${what} for a linear model`);
}
