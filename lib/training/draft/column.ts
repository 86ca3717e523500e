import { foldedWords } from "./names";
import type { ColumnProfile, TableProfile, Tally } from "./profile";
import type { DraftSentences, Sentence } from "./sentences";

/** What a column seems to be. */
export type Guess =
  | { kind: "number"; tally: Tally; unreadable: number }
  | { kind: "boolean"; yes: string[]; no: string[]; typical: boolean }
  | { kind: "category"; levels: [string, number][]; question?: Sentence }
  | { kind: "date" }
  | { kind: "none"; reason: Sentence };

/** Rows that a level needs for a coefficient of its own in a large table. */
export const FEWEST_ROWS = 10;
/** In a smaller table, every level has one. */
export const LARGE_TABLE = 100;
/** Levels that a description may list. */
const MOST_LEVELS = 5_000;
/** From this share of the cells on, a column is numbers and the others are mistakes. */
const MOSTLY = 0.9;
/** Fewer rows that differ from all others say nothing. */
const FEWEST_DIFFERENT = 3;
/** In smaller tables, values can all differ by chance. */
const FEWEST_TO_BE_ID = 20;

const none = (pick: (reasons: DraftSentences["reasons"]) => string): Guess => ({
  kind: "none",
  reason: ({ reasons }) => pick(reasons),
});

/** Yes and no as tables have them; those of English are read without being listed. */
const PAIRS = [
  [
    ["yes", "y", "true", "1", "on", "1.0"],
    ["no", "n", "false", "0", "off", "0.0"],
  ],
  [["t"], ["f"]],
  [
    ["ja", "j"],
    ["nein", "nee", "nej", "n"],
  ],
  [
    ["si", "sí", "sì", "s"],
    ["no", "n"],
  ],
  [
    ["oui", "o"],
    ["non", "n"],
  ],
  [["sim"], ["não", "nao"]],
  [["да"], ["нет"]],
] as const;

/** Words in the name of a column whose whole numbers are names of groups and no quantities. */
const CODES =
  /^(zip|zipcode|postcode|postal|plz|code|type|class|subclass|category|zone|region|district|cluster|group|ward|season|month|mnth|weekday|dow|hr|hour|weather|weathersit|id|vendor|brand|model|grade_code)$/;
const IDS =
  /^(id|ids|uuid|guid|key|index|idx|no|nr|number|ref|reference|serial|instant|rowid|rownum|row|unnamed|isbn|vin|apn|parcel)$/;
const TIMES = /^(t|time|year|yr|month|week|day|period|quarter|date|age|level|experience|years)$/;
/** Whole numbers that name more groups than this are taken for quantities, unless they are postal codes. */
const MOST_CODES = 40;
const POSTAL = /^(zip|zipcode|postcode|postal|plz|locationid)$/;

/** Cells that hold something. */
export const statedOf = ({ missing }: ColumnProfile, { rows }: TableProfile) => rows - missing;

/** How many rows a level needs in a table with so many rows. */
export const fewestRows = (rows: number) => (rows < LARGE_TABLE ? 1 : FEWEST_ROWS);

/** What a column holds, by its cells and its name. */
export function guessColumn(column: ColumnProfile, table: TableProfile): Guess {
  const stated = statedOf(column, table);
  if (column.name === "") return none(({ noName }) => noName);
  const same = table.columns.filter(({ name }) => name === column.name).length;
  if (same > 1) return none(({ sameName }) => sameName(same));
  if (stated === 0) return none(({ empty }) => empty);
  const [only = ""] = column.texts.keys();
  if (column.texts.size === 1 && column.missing === 0) return none(({ constant }) => constant(shorten(only)));
  const most = Math.max(...column.texts.values());
  const different = table.rows - Math.max(most, column.missing);
  if (!column.more && different < FEWEST_DIFFERENT && table.rows > FEWEST_TO_BE_ID) {
    return none(({ differsInFew }) => differsInFew(different, table.rows));
  }
  return guessBoolean(column) ?? guessDate(column, stated) ?? guessNumber(column, table) ?? guessText(column, table);
}

function guessBoolean({ texts, more }: ColumnProfile): Guess | undefined {
  if (more || texts.size > 6) return undefined;
  const words = [...texts.keys()].map((text) => text.toLowerCase());
  for (const [index, [yes, no]] of PAIRS.entries()) {
    const isYes = (word: string) => (yes as readonly string[]).includes(word);
    const isNo = (word: string) => (no as readonly string[]).includes(word);
    if (!words.some(isYes) || !words.some(isNo) || !words.every((word) => isYes(word) || isNo(word))) continue;
    const sum = (is: (word: string) => boolean) =>
      [...texts].reduce((total, [text, rows]) => total + (is(text.toLowerCase()) ? rows : 0), 0);
    const listed = (is: (word: string) => boolean) => (index === 0 ? [] : [...new Set(words.filter(is))]);
    return { kind: "boolean", yes: listed(isYes), no: listed(isNo), typical: sum(isYes) > sum(isNo) };
  }
  return undefined;
}

function guessDate({ dates, name }: ColumnProfile, stated: number): Guess | undefined {
  if (dates.count >= 0.98 * stated) {
    return dates.first === dates.last && !dates.timed
      ? none(({ constant }) => constant(dates.first))
      : { kind: "date" };
  }
  const isOfDates = dates.others + dates.count >= MOSTLY * stated;
  return isOfDates ? none(({ ambiguousDates }) => ambiguousDates(name)) : undefined;
}

/** The numbers of a column: those with its commonest unit, and those without one where some have it. */
export function mainNumbers({ numbers }: ColumnProfile): Tally | undefined {
  const tallies = [...numbers.values()].sort((a, b) => b.count - a.count);
  const [first, second] = tallies;
  if (!first) return undefined;
  const plain = numbers.get("");
  const other = first.unit === "" ? second : plain;
  // "6000" stands beside "6000 sq ft" where both are frequent: one is the short form of the other.
  if (!other || other === first || other.count < 0.05 * first.count) return first;
  return {
    unit: first.unit || other.unit,
    count: first.count + other.count,
    min: Math.min(first.min, other.min),
    max: Math.max(first.max, other.max),
    whole: first.whole && other.whole,
  };
}

function guessNumber(column: ColumnProfile, table: TableProfile): Guess | undefined {
  const stated = statedOf(column, table);
  const all = [...column.numbers.values()].reduce((sum, tally) => sum + tally.count, 0);
  const tally = mainNumbers(column);
  if (!tally || all < MOSTLY * stated || tally.count < MOSTLY * stated) return undefined;
  if (tally.min === tally.max) {
    return none((reasons) => reasons[column.missing > 0 ? "constantWhereStated" : "constant"](tally.min));
  }
  const words = foldedWords(column.name);
  const isNamed = (names: RegExp) => words.some((word) => names.test(word)) || /[a-z]ID$/.test(column.name);
  const distinct = column.more ? uniqueShare(column) * stated : column.texts.size;
  if (table.rows >= FEWEST_TO_BE_ID && tally.whole) {
    if (isNamed(IDS) && distinct > 0.5 * stated) return none(({ namesRows }) => namesRows);
    if (!words.some((word) => TIMES.test(word)) && countsRows(column, tally)) {
      return none(({ countsRows }) => countsRows);
    }
  }
  const most = words.some((word) => POSTAL.test(word)) ? MOST_LEVELS : MOST_CODES;
  const isCode = tally.whole && tally.unit === "" && isNamed(CODES) && !column.more && column.texts.size <= most;
  if (isCode && tally.count === stated) return guessText(column, table);
  return { kind: "number", tally, unreadable: stated - tally.count };
}

/** Whether the sampled rows hold 0, 1, 2 … or 1, 2, 3 … in order. */
function countsRows({ sample, missing, more, texts }: ColumnProfile, { min, max }: Tally): boolean {
  if (missing > 0 || (min !== 0 && min !== 1)) return false;
  const rows = max - min + 1;
  if (!more && texts.size !== rows) return false;
  // A sample of a larger table stands in another order than the table.
  const isWhole = sample.length === rows;
  return isWhole ? sample.every((text, row) => Number(text) === row + min) : more && uniqueShare({ sample }) === 1;
}

function uniqueShare({ sample }: Pick<ColumnProfile, "sample">): number {
  const stated = sample.filter((text) => text !== "");
  return stated.length === 0 ? 0 : new Set(stated).size / stated.length;
}

function guessText(column: ColumnProfile, table: TableProfile): Guess {
  const stated = statedOf(column, table);
  const levels = foldLevels(column.texts);
  const distinct = levels.length;
  if (stated > FEWEST_TO_BE_ID && uniqueShare(column) > 0.9) return none(({ manyTexts }) => manyTexts);
  if (table.rows >= LARGE_TABLE && stated < FEWEST_ROWS) {
    return none(({ statedInFew }) => statedInFew(stated, table.rows));
  }
  if (column.letters / stated > 40 && levels.length > 50) return none(({ freeText }) => freeText(distinct));
  if (column.more || levels.length > MOST_LEVELS) {
    return none(({ tooManyTexts }) => tooManyTexts(Math.min(distinct, MOST_LEVELS)));
  }
  const fewest = fewestRows(table.rows);
  const covered = levels.reduce((sum, [, rows]) => sum + (rows >= fewest ? rows : 0), 0);
  if (covered < 0.3 * stated) {
    return none(({ rareTexts }) => rareTexts(distinct, fewest));
  }
  return { kind: "category", levels, question: askOfUnits(column, stated) };
}

/** Levels with the commonest first; texts that differ in case or spaces alone are one, as the commonest writes it. */
function foldLevels(texts: Map<string, number>): [string, number][] {
  const folded = new Map<string, [string, number]>();
  for (const [text, rows] of [...texts].sort((a, b) => b[1] - a[1])) {
    const key = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
    const level = folded.get(key);
    if (level) level[1] += rows;
    else folded.set(key, [text, rows]);
  }
  return [...folded.values()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Where nearly all cells are numbers with different units, a person has to say what they are. */
function askOfUnits({ numbers, name }: ColumnProfile, stated: number): Sentence | undefined {
  const tallies = [...numbers.values()].sort((a, b) => b.count - a.count);
  const all = tallies.reduce((sum, tally) => sum + tally.count, 0);
  if (tallies.length < 2 || all < MOSTLY * stated) return undefined;
  return ({ decisions }) =>
    decisions.units(name, tallies.map(({ unit, count }) => decisions.unitOf(unit, count)).join(", "));
}

/** A cell in a message. */
export function shorten(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
