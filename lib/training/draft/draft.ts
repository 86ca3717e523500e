import { DEFAULT_LOCALE, type Locale } from "../../language/locale";
import { encodeSample, type Candidate } from "./candidate";
import { isReadable } from "./cell";
import { FEWEST_ROWS, guessColumn, shorten } from "./column";
import { draftDate, type DateDraft } from "./dates";
import { findDependents, type ExtraTerms } from "./dependents";
import { coefficientsOf, draftInput, missingOf } from "./input";
import { Names } from "./names";
import type { TableProfile } from "./profile";
import { findLeaks, findRepeats, usefulness, type LeftOut } from "./relations";
import { DRAFT_SENTENCES, type DraftSentences } from "./sentences";
import { checkTarget, DraftError } from "./target";
import { chooseTransform } from "./transform";
import { writeSpec, type Chosen, type Wanted } from "./write-spec";

/** How cells of a column that cannot be read are left empty in the copy of the table. */
export interface EmptiedColumn {
  position: number;
  unit: string;
}

/** A description of a model, guessed from a table, and what a person has to know of the guesses. */
export interface Draft {
  /** As model.json has it. */
  spec: Record<string, unknown>;
  /** Columns that are no inputs, in the order of the table. */
  leftOut: LeftOutColumn[];
  /** What to add to the description to take in columns that are no inputs and could be, by what they are called. */
  offered: Map<string, Offer>;
  /** Guesses to look at, a sentence each. */
  notes: string[];
  /** What only a person can decide, a sentence each. */
  decisions: string[];
  /** How the copy of the table differs from the table. */
  copy: { emptied: EmptiedColumn[]; target: EmptiedColumn };
  /** Rows of the table with an outcome. */
  outcomes: number;
}

/** A column that is no input, and why, in the language of the draft. */
export interface LeftOutColumn {
  column: string;
  reason: string;
}

/** An input, as model.json has it, and its terms. */
export interface Offer {
  input: Record<string, unknown>;
  terms: string[];
}

/** Inputs that a description may have. */
const MOST_INPUTS = 200;
/** Numbers and dates that are missing more often are not worth a guess. */
const MOST_MISSING = 0.5;
/** Texts that are listed as missing; where there are more, the copy of the table leaves them empty. */
const MOST_MISSING_TEXTS = 50;

/**
 * Guess a description of a model from what a table holds.
 *
 * @throws DraftError where the target is no number, or there is too little to learn from
 */
export function draftModel(table: TableProfile, wanted: Wanted): Draft {
  const target = table.columns[wanted.target]!;
  const tally = checkTarget(target, table);
  const leftOut: LeftOut[] = [];
  const outcomes = encodeSample(target, { kind: "number", tally, unreadable: 0 }, table);
  const hasOutcome = (_: unknown, row: number) => !Number.isNaN(outcomes[row]!);
  const y = outcomes.filter(hasOutcome);
  const rows = tally.count;
  const { language = DEFAULT_LOCALE } = wanted;
  const sentences = DRAFT_SENTENCES[wanted.reader ?? language];

  const names = new Names();
  const targetName = names.give(target.name, target.position);
  const dates = new Map<Candidate, DateDraft>();
  const offered = new Map<string, Offer>();
  let candidates: Candidate[] = [];
  const offer = (candidate: Candidate) => {
    const found = offerOf(candidate, table, language, dates.get(candidate));
    if (found) offered.set(candidate.column.name, found);
  };
  const drop = (found: LeftOut[]) => {
    leftOut.push(...found);
    const isFound = ({ column }: Candidate) => found.some((each) => each.column === column.name);
    candidates.filter(isFound).forEach(offer);
    candidates = candidates.filter((each) => !isFound(each));
  };

  for (const column of table.columns) {
    if (column === target) continue;
    const guess = guessColumn(column, table);
    const label = column.name || `column ${column.position + 1}`;
    if (guess.kind === "none") {
      leftOut.push({ column: label, reason: guess.reason });
      continue;
    }
    const name = names.give(column.name, column.position);
    const candidate = { name, column, guess, values: encodeSample(column, guess, table).filter(hasOutcome) };
    if (guess.kind !== "category" && missingOf(candidate) > MOST_MISSING * table.rows) {
      leftOut.push({ column: label, reason: ({ reasons }) => reasons.missing(missingOf(candidate), table.rows) });
      if (guess.kind === "number" || guess.kind === "boolean") offer(candidate);
      continue;
    }
    const date = guess.kind === "date" ? draftDate(column, name) : undefined;
    if (date && "reason" in date) {
      leftOut.push({ column: label, reason: date.reason });
      continue;
    }
    candidates.push(candidate);
    if (date) dates.set(candidate, date);
  }

  const leaks = findLeaks(candidates, y, target.name);
  const hasOthers = candidates.some(({ column }) => !leaks.some((leak) => leak.column === column.name));
  if (hasOthers) drop(leaks);
  // Of very many, only the more useful ones are held against each other.
  drop(leastUseful(candidates, y, { inputs: 5 * MOST_INPUTS, rows: Infinity }));
  drop(findRepeats(candidates));
  drop(leastUseful(candidates, y, { inputs: MOST_INPUTS, rows }));
  const extra: ExtraTerms = {
    indicators: new Set(candidates.filter((each) => each.guess.kind !== "category" && missingOf(each) >= FEWEST_ROWS)),
    dates: new Map(candidates.flatMap((each) => (dates.has(each) ? [[each, dates.get(each)!.terms]] : []))),
  };
  const cellsOf = ({ column }: Candidate) => column.sample.filter(hasOutcome);
  drop(findDependents(candidates, extra, { rowsOfTable: table.rows, cellsOf }));
  if (candidates.length === 0) throw noInputs(leftOut);

  const unreadable = listUnreadable(table, candidates, sentences.decisions);
  const chosen: Chosen = {
    candidates,
    dates,
    extra,
    target: { column: target, tally, name: targetName, outcomes: y },
    transform: chooseTransform(candidates, y),
    missingTexts: unreadable.texts,
  };
  const position = new Map(table.columns.map(({ name, position: at }) => [name || `column ${at + 1}`, at]));
  leftOut.sort((a, b) => position.get(a.column)! - position.get(b.column)!);
  const { spec, notes } = writeSpec(table, chosen, wanted);
  return {
    spec,
    leftOut: leftOut.map(({ column, reason }) => ({ column, reason: reason(sentences) })),
    offered,
    notes,
    decisions: [
      ...(hasOthers ? [] : leaks.map(({ column, reason }) => sentences.decisions.onlyLeak(column, reason(sentences)))),
      ...candidates.flatMap(({ guess }) => (guess.kind === "category" && guess.question?.(sentences)) || []),
      ...unreadable.decisions,
    ],
    copy: { emptied: unreadable.emptied, target: { position: target.position, unit: tally.unit } },
    outcomes: tally.count,
  };
}

/** What takes in a column; nothing where no row with an outcome has a value of it. */
function offerOf(
  candidate: Candidate,
  table: TableProfile,
  language: Locale,
  date: DateDraft | undefined,
): Offer | undefined {
  if (candidate.values.every(Number.isNaN)) return undefined;
  const { name, guess } = candidate;
  const hasIndicator = guess.kind !== "category" && missingOf(candidate) >= FEWEST_ROWS;
  return {
    input: draftInput(candidate, table, language, date),
    terms: [...(date?.terms.map(({ text }) => text) ?? [name]), ...(hasIndicator ? [`missing(${name})`] : [])],
  };
}

/** The inputs that help least, where there are more than a description may have or than the rows can tell apart. */
function leastUseful(candidates: Candidate[], y: Float64Array, most: { inputs: number; rows: number }): LeftOut[] {
  const { rows } = most;
  if (candidates.length <= most.inputs && rows === Infinity) return [];
  const room = Math.max(4, Math.floor(rows / 2));
  const ranked = candidates
    .map((candidate) => ({ candidate, use: usefulness(candidate, y) }))
    .sort((a, b) => b.use - a.use);
  let [inputs, coefficients] = [0, 1];
  return ranked.flatMap(({ candidate }): LeftOut[] => {
    const more = coefficientsOf(candidate, rows);
    const column = candidate.column.name;
    if (inputs === most.inputs) return [{ column, reason: ({ reasons }) => reasons.lessUseful(MOST_INPUTS) }];
    if (coefficients + more > room) {
      return [{ column, reason: ({ reasons }) => reasons.tooManyCoefficients(more, rows) }];
    }
    inputs++;
    coefficients += more;
    return [];
  });
}

function noInputs(leftOut: LeftOut[]): DraftError {
  if (leftOut.length === 0) return new DraftError(({ faults }) => faults.oneColumn);
  return new DraftError((sentences) => {
    const lines = leftOut.map(({ column, reason }) => `  ${column}: ${reason(sentences)}`);
    return sentences.faults.noInputs(lines.join("\n"));
  });
}

/** Cells of numbers that are none: few texts are listed as missing, of many the copy of the table leaves them empty. */
function listUnreadable({ decimalComma }: TableProfile, candidates: Candidate[], words: DraftSentences["decisions"]) {
  const columns = candidates.flatMap(({ column, guess }) => {
    if (guess.kind !== "number" || guess.unreadable === 0) return [];
    const { unit } = guess.tally;
    const texts = [...column.texts.keys()].filter((text) => !isReadable(text, unit, decimalComma));
    return [{ column, texts, unit, cells: guess.unreadable }];
  });
  const all = [...new Set(columns.flatMap(({ texts }) => texts))];
  const few = all.length <= MOST_MISSING_TEXTS && !columns.some(({ column }) => column.more);
  const done = few ? words.countedAsMissing : words.leftEmpty;
  return {
    texts: few ? all : [],
    emptied: few ? [] : columns.map(({ column, unit }) => ({ position: column.position, unit })),
    decisions: columns.map(({ column, texts, unit, cells }) => {
      const examples = texts.slice(0, 3).map(shorten).join(", ");
      return words.toUse(words.unreadable(column.name, cells, unit, examples), done);
    }),
  };
}
