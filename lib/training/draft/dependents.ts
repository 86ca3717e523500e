import { isNumeric, type Candidate } from "./candidate";
import { FEWEST_ROWS, fewestRows } from "./column";
import type { DateTerm } from "./dates";
import { dependentColumns } from "./least-squares-now";
import type { LeftOut } from "./relations";
import { fill } from "./transform";

/** A column of the design that the draft would make, and what goes where it follows from others. */
interface Piece {
  candidate: Candidate;
  /** The term, where it is not the input itself. */
  term: string | null;
  values: Float64Array;
}

/** Terms of the draft beside the inputs themselves. */
export interface ExtraTerms {
  /** Inputs with a term that says that they are missing. */
  indicators: Set<Candidate>;
  dates: Map<Candidate, DateTerm[]>;
}

/** More columns than this are not held against each other; training names what is left. */
const MOST_COLUMNS = 400;

/**
 * Inputs that follow from others, by the columns that training would make of the sampled rows: levels of categories,
 * numbers with what is assumed where they are missing, terms of dates, and indicators of missing values. Terms that
 * follow from others are taken out of `extra`.
 *
 * @param rowsOfTable rows of the whole table
 * @param cellsOf the sampled cells of a candidate, in the order of its values
 */
export function findDependents(
  candidates: Candidate[],
  extra: ExtraTerms,
  { rowsOfTable, cellsOf }: { rowsOfTable: number; cellsOf(candidate: Candidate): string[] },
): LeftOut[] {
  const levels = candidates
    .filter(({ guess }) => guess.kind === "category")
    .flatMap((each) => levelPieces(each, rowsOfTable));
  const numbers = candidates
    .filter(isNumeric)
    .map((candidate): Piece => ({ candidate, term: null, values: fill(candidate.values) }));
  const dates = [...extra.dates].flatMap(([candidate, terms]) =>
    terms.map(({ text, valueOf }): Piece => {
      return { candidate, term: text, values: fill(Float64Array.from(cellsOf(candidate), valueOf)) };
    }),
  );
  const indicators = [...extra.indicators].map((candidate): Piece => {
    return { candidate, term: "missing", values: candidate.values.map((value) => Number(Number.isNaN(value))) };
  });
  const pieces = [...levels, ...numbers, ...dates, ...indicators].filter(({ values }) => varies(values));
  if (pieces.length === 0) return [];
  const shown =
    pieces.length > MOST_COLUMNS ? pieces.filter(({ candidate }) => candidate.guess.kind !== "category") : pieces;
  const found: LeftOut[] = [];
  for (const { column, on } of dependentColumns(shown.map(({ values }) => values))) {
    const { candidate, term } = shown[column]!;
    if (term === "missing") extra.indicators.delete(candidate);
    else if (term !== null) {
      const left = extra.dates.get(candidate)!.filter(({ text }) => text !== term);
      extra.dates.set(candidate, left);
      if (left.length === 0) found.push({ column: candidate.column.name, reason: ({ reasons }) => reasons.known });
    } else if (isNumeric(candidate)) {
      const names = [...new Set(on.filter((each) => each >= 0).map((each) => shown[each]!.candidate.column.name))];
      found.push({
        column: candidate.column.name,
        reason: ({ reasons }) => reasons.follows(names.slice(0, 6).join(", ")),
      });
    }
  }
  return found;
}

const varies = (values: Float64Array) => values.some((value) => value !== values[0]);

/** The columns of a category: each frequent level but the first, the rare ones together, and what is not stated. */
function levelPieces(candidate: Candidate, rowsOfTable: number): Piece[] {
  const { guess, values } = candidate;
  if (guess.kind !== "category") return [];
  const fewest = fewestRows(rowsOfTable);
  const frequent = guess.levels.slice(1).flatMap(([, rows], index) => (rows >= fewest ? [index + 1] : []));
  const isRare = (code: number) => code > 0 && guess.levels[code]![1] < fewest;
  const missing = values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
  return [
    ...frequent.map((code) => values.map((value) => Number(value === code))),
    values.map((value) => Number(!Number.isNaN(value) && isRare(value))),
    ...(missing >= Math.min(FEWEST_ROWS, fewest) ? [values.map((value) => Number(Number.isNaN(value)))] : []),
  ].map((column) => ({ candidate, term: null, values: column }));
}
