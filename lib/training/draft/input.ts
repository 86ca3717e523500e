import { quantileSorted } from "simple-statistics";
import type { Locale } from "../../language/locale";
import type { Candidate } from "./candidate";
import { FEWEST_ROWS, fewestRows } from "./column";
import { areYears, guessBounds, guessYears } from "./bounds";
import type { DateDraft } from "./dates";
import { DESCRIPTION_WORDS } from "./description-words";
import { foldedWords, readHeader } from "./names";
import type { TableProfile } from "./profile";

/** Digits of a typical value, of those in which the values of its column differ. */
const DIGITS = 3;
/** Whole numbers over a wider range are measured rather than counted, so that a part of one is allowed. */
const WIDEST_COUNT = 200;

/** Cells without a readable value. */
export function missingOf({ column, guess }: Candidate): number {
  return column.missing + (guess.kind === "number" ? guess.unreadable : 0);
}

/** Coefficients that an input needs by itself. */
export function coefficientsOf({ guess, column }: Candidate, rows: number): number {
  if (guess.kind !== "category") return 1;
  const fewest = fewestRows(rows);
  const frequent = guess.levels.filter(([, count]) => count >= fewest).length;
  return Math.max(1, Math.min(frequent, guess.levels.length - 1) + Number(column.missing > 0));
}

/** An input of a description, as model.json has it. */
export function draftInput(
  candidate: Candidate,
  table: TableProfile,
  language: Locale,
  date?: DateDraft,
): Record<string, unknown> {
  const { name, column, guess } = candidate;
  const missing = missingOf(candidate) > 0;
  const called = readHeader(column.name, language);
  switch (guess.kind) {
    case "number": {
      const { tally } = guess;
      const unit = tally.unit || called.unit;
      const words = foldedWords(column.name);
      const isYear = areYears(tally) && words.some((word) => /^(year|yr|jahr|baujahr)$/.test(word));
      const isCount = tally.whole && (isYear || tally.max - tally.min <= WIDEST_COUNT);
      const bounds = isYear ? guessYears(tally) : guessBounds({ ...tally, unit: unit ?? "" }, words);
      const typical = medianOf(candidate.values, tally.whole);
      return {
        ...{ name, label: called.label, kind: isCount ? "integer" : "number" },
        ...(unit !== undefined && { unit }),
        ...bounds,
        ...(isYear && { format: "year" }),
        ...(missing && { missing: { value: typical } }),
        typical,
      };
    }
    case "boolean": {
      const { yes, no, typical } = guess;
      return {
        ...{ name, label: called.label, kind: "boolean" },
        ...(yes.length > 0 && { yes }),
        ...(no.length > 0 && { no }),
        ...(missing && { missing: { value: typical } }),
        typical,
      };
    }
    case "category": {
      const levels = guess.levels.map(([level]) => level);
      const absent = freeLevel(levels, language);
      const fewest = fewestRows(table.rows);
      return {
        ...{ name, label: called.label, kind: "category", levels: missing ? [...levels, absent] : levels },
        ...(guess.levels.some(([, rows]) => rows < fewest) && { other: { fewest: FEWEST_ROWS } }),
        ...(missing && { missing: { value: absent } }),
        typical: levels[0]!,
      };
    }
    case "date": {
      const { min, max, typical } = date!;
      return {
        ...{ name, label: called.label, kind: "date" },
        ...(column.dates.timed && { time: true }),
        ...{ min, max },
        ...(missing && { missing: { value: typical } }),
        typical,
      };
    }
  }
}

/** What stands for a category where a table says nothing: "not stated", unless that is a level already. */
function freeLevel(levels: string[], language: Locale): string {
  const { notStated, empty } = DESCRIPTION_WORDS[language];
  return levels.some((level) => level.toLowerCase() === notStated.toLowerCase()) ? empty : notStated;
}

/** The middle one of the sampled values that are there, whole or to three digits. */
function medianOf(values: Float64Array, whole: boolean): number {
  const known = Array.from(values.filter((value) => !Number.isNaN(value)).sort());
  const middle = quantileSorted(known, 0.5);
  // A middle between two years is no year.
  if (whole) return quantileSorted(known, 0.5) % 1 === 0 ? middle : known[known.length >> 1]!;
  const step = 10 ** (Math.floor(Math.log10(known.at(-1)! - known[0]!)) - DIGITS + 1);
  const rounded = Number((Math.round(middle / step) * step).toPrecision(12));
  return rounded >= known[0]! && rounded <= known.at(-1)! ? rounded : middle;
}
