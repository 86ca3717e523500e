import { ImportError } from "../import-error";

/** Symbols that a file may hold; the largest linear models that are known have some hundred thousand. */
const MOST_NODES = 300_000;
/** What a name or an array costs beside the symbols that it is written with. */
const COSTLY = 15;
/** Numbers, texts and objects of arrays that are read. */
const MOST_VALUES = 500_000;
/** Elements of a single array, which is read only where the model needs it. */
const LONGEST_ARRAY = 50_000_000;
/** Bytes that the compressed files of a model may unpack to, all together. */
const MOST_UNPACKED = 32 * 2 ** 20;
/** Pickles within pickles, as arrays of objects are in joblib. */
const DEEPEST_PICKLES = 10;
/** Digits of a whole number, or its bytes; states of random numbers have up to forty. */
const LONGEST_NUMBER = 64;
/** Bytes of all texts together, names and levels. */
const MOST_TEXT = 8 * 2 ** 20;
/** What it costs to look for escaped letters in a text, beside the text itself. */
const ESCAPES = 7;

/** Counts what a file makes us keep, before it is made. */
export class Budget {
  private nodes = 0;
  private values = 0;
  private text = 0;
  private depth = 0;
  private unpacked = 0;

  addNodes(count = 1): void {
    this.nodes += count;
    if (this.nodes > MOST_NODES) throw tooLarge("objects");
  }

  /** Count a name, which is checked against lists. */
  addName(): void {
    this.addNodes(COSTLY);
  }

  /** Count an array by its shape; its elements count where they are read. */
  addArray(count: number): void {
    this.addNodes(COSTLY);
    if (!(count <= LONGEST_ARRAY)) throw tooLarge("numbers in its arrays");
  }

  /** Count the elements of an array, before it is read. */
  addValues(count: number): void {
    this.values += count;
    if (!(this.values <= MOST_VALUES)) throw tooLarge("numbers in its arrays");
  }

  /** Count the bytes of a text, before it is made. */
  addText(bytes: number): void {
    this.text += bytes;
    if (this.text > MOST_TEXT) throw tooLarge("letters in its names and texts");
  }

  /** Count a text once more for each time that escaped letters make it slower to read. */
  addEscapes(text: string): void {
    if (text.includes("\\")) this.addText(ESCAPES * text.length);
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
    if (bytes > LONGEST_NUMBER)
      throw new ImportError(`the file contains a whole number of more than ${LONGEST_NUMBER} digits`);
  }
}

function tooLarge(what: string): ImportError {
  return new ImportError(`the file has too many ${what} for a linear model`);
}
