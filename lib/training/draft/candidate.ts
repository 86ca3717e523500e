import { isReadable, readQuantity } from "./cell";
import type { Guess } from "./column";
import type { ColumnProfile, TableProfile } from "./profile";

/** A column that may become an input, with the sampled rows that have an outcome as numbers. */
export interface Candidate {
  /** Of the input. */
  name: string;
  column: ColumnProfile;
  guess: Exclude<Guess, { kind: "none" }>;
  /** Numbers, 1 and 0 for yes and no, codes of levels, 0 for dates; NaN where a value is missing. */
  values: Float64Array;
}

/** Numbers and yes or no, which stand as one column. */
export const isNumeric = ({ guess: { kind } }: Candidate) => kind === "number" || kind === "boolean";

/** The sampled cells of a column as numbers. */
export function encodeSample(column: ColumnProfile, guess: Candidate["guess"], table: TableProfile): Float64Array {
  const encode = encoder(guess, table.decimalComma);
  return Float64Array.from(column.sample, (text) => (text === "" ? NaN : encode(text)));
}

function encoder(guess: Candidate["guess"], decimalComma: boolean): (text: string) => number {
  if (guess.kind === "date") return () => 0;
  if (guess.kind === "number") {
    const { unit } = guess.tally;
    return (text) => (isReadable(text, unit, decimalComma) ? readQuantity(text, decimalComma)!.value : NaN);
  }
  if (guess.kind === "boolean") {
    const yes = new Set([...["yes", "y", "true", "1", "on", "1.0"], ...guess.yes]);
    const no = new Set(guess.no);
    return (text) => Number(yes.has(text.toLowerCase()) && !no.has(text.toLowerCase()));
  }
  const codes = new Map(guess.levels.map(([level], code) => [foldLevel(level), code]));
  return (text) => codes.get(foldLevel(text)) ?? NaN;
}

/** A level without what people write differently: case, spaces and the parts of Unicode characters. */
export const foldLevel = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
