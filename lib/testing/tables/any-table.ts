import fc from "fast-check";
import { draw, rowsOf } from "./draw";

/** Tables with every oddity that tables of people have, and what each of their cells means. */

/** What a cell means; null where it says nothing. */
export type Meaning = number | boolean | string | null;

interface Cell {
  text: string;
  means: Meaning;
}

/** Where decimals begin, what stands between thousands, and how the file is written. */
interface Style {
  delimiter: "," | ";" | "\t";
  decimal: "." | ",";
  thousands: "" | "," | "." | " " | "\u00a0" | "'";
  mark: boolean;
  newline: "\n" | "\r\n";
  quoteAll: boolean;
}

type Draw = ReturnType<typeof draw>;

interface Made {
  header: string;
  cells: Cell[];
  /** What a row of it adds to the outcome. */
  adds: number[];
  /** A text that is none of its own. */
  unknown?: string;
}

/** A number as a file of a style has it. */
function write(value: number, digits: number, { decimal, thousands }: Style): string {
  const [whole = "", part] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? "-" : ""}${grouped}${part === undefined ? "" : decimal + part}`;
}

// Behind a sign of its own, 0 would not be 0.
const rounded = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;

function numbers(
  header: string,
  { draw: { between }, rows, style }: Making,
  how: { from: number; to: number; digits?: number; dress?: (text: string, row: number) => string; plain?: boolean },
): Made {
  const { from, to, digits = 0, dress = (text) => text, plain = false } = how;
  const values = rowsOf(rows, () => rounded(between(from, to), digits));
  const marks = plain ? { ...style, thousands: "" as const } : style;
  return {
    header,
    cells: values.map((means, row) => ({ text: dress(write(means, digits, marks), row), means })),
    adds: values.map((value) => (10 * (value - from)) / (to - from)),
  };
}

/** Texts that mean yes and no, in turn. */
function booleans(header: string, yes: string[], no: string[], { draw: { chance }, rows }: Making): Made {
  const values = rowsOf(rows, () => chance(0.4));
  const texts = (row: number) => (values[row] ? yes : no);
  return {
    header,
    cells: values.map((means, row) => ({ text: texts(row)[row % texts(row).length]!, means })),
    adds: values.map((value) => (value ? 5 : 0)),
  };
}

/** @param spell how a level is written in a row */
function levels(
  header: string,
  names: string[],
  { draw: { pick, chance }, rows }: Making,
  { spell = (name) => name, rare = [] }: { spell?: (name: string, row: number) => string; rare?: string[] } = {},
): Made {
  const values = rowsOf(rows, () => (rare.length > 0 && chance(0.05) ? pick(rare) : pick(names, 1.3)));
  return {
    header,
    cells: values.map((means, row) => ({ text: spell(means, row), means })),
    adds: values.map((value) => 3 * names.indexOf(value)),
    unknown: "nowhere else",
  };
}

function dates(header: string, { draw: { whole }, rows }: Making, spell: (iso: string, row: number) => string): Made {
  const days = rowsOf(rows, () => whole(15_000, 17_500));
  return {
    header,
    cells: days.map((day, row) => {
      const means = new Date(86_400_000 * day).toISOString().slice(0, 10);
      return { text: spell(means, row), means };
    }),
    adds: days.map((day) => (day - 15_000) / 500),
  };
}

interface Making {
  draw: Draw;
  rows: number;
  style: Style;
}

const parts = (iso: string) => iso.split("-") as [string, string, string];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A column for each oddity. */
const columns: Record<string, (making: Making) => Made> = {
  "a unit in the header": (making) => numbers("Lot AREA (sq ft)", making, { from: 900, to: 9_800, digits: 1 }),
  "a unit in cells": (making) => numbers("engine", making, { from: 800, to: 4_000, dress: (text) => `${text} CC` }),
  "a unit in some cells": (making) =>
    numbers("living", making, {
      from: 30,
      to: 320,
      digits: 1,
      dress: (text, row) => (row % 3 === 0 ? text : `${text} m²`),
    }),
  "a currency before": (making) =>
    numbers("  Tax paid ", making, { from: 900, to: 9_000, digits: 2, dress: (text) => `$${text}` }),
  "a currency behind": (making) =>
    numbers("Miete", making, { from: 300, to: 2_400, digits: 2, dress: (text) => `${text} €` }),
  percentages: (making) => numbers("share", making, { from: 1, to: 99, digits: 1, dress: (text) => `${text} %` }),
  "numbers below 0": (making) => numbers("Balance", making, { from: -4_000, to: 4_000, digits: 2 }),
  "a minus sign": (making) =>
    numbers("drift", making, { from: -90, to: 90, digits: 1, dress: (text) => text.replace("-", "\u2212") }),
  "brackets of accountants": (making) =>
    numbers("profit", making, { from: -9_000, to: 9_000, dress: (text) => text.replace(/^-(.*)/, "($1)") }),
  "words among numbers": (making) => {
    const made = numbers("floor area", making, { from: 20, to: 240, digits: 1 });
    made.cells = made.cells.map((cell, row) =>
      row % 29 === 3 ? { text: ["tbd", "n.a.", "unknown"][row % 3]!, means: null } : cell,
    );
    return made;
  },
  "small numbers": (making) => numbers("dose", making, { from: 0.001, to: 0.009, digits: 5 }),
  "large numbers": (making) => numbers("population", making, { from: 1_000_000, to: 90_000_000 }),
  "a count": (making) => numbers("BEDROOMS", making, { from: 1, to: 7 }),
  "a count with decimals": (making) =>
    numbers("baths", making, { from: 1, to: 6, dress: (text) => `${text}${making.style.decimal}0` }),
  years: (making) => numbers("Year Built", making, { from: 1900, to: 2020, plain: true }),
  "yes and no": (making) => booleans("Air Conditioning", ["yes", "Yes", "YES"], ["no", "No"], making),
  "Y and N": (making) => booleans("paved", ["Y"], ["N"], making),
  "1.0 and 0.0": (making) => {
    const { decimal } = making.style;
    return booleans("Sea-view", [`1${decimal}0`], [`0${decimal}0`], making);
  },
  "ja and nein": (making) => booleans("Garten", ["ja", "Ja"], ["nein", "Nein"], making),
  "oui and non": (making) => booleans("Cave à vin", ["oui"], ["non"], making),
  "да and нет": (making) => booleans("балкон", ["да"], ["нет"], making),
  "rare levels": (making) =>
    levels("region", ["north", "south", "east"], making, { rare: ["isle", "cape", "the far end", "moor"] }),
  "accents in two forms": (making) =>
    levels("Stadtteil", ["Süd", "Höhe", "Mitte", "Été"], making, {
      spell: (name, row) => name.normalize(row % 4 === 1 ? "NFD" : "NFC"),
    }),
  "odd case and spaces": (making) =>
    levels("heating", ["gas", "oil fired", "wood"], making, {
      spell: (name, row) =>
        row % 5 === 1 ? ` ${name.toUpperCase()} ` : row % 7 === 2 ? name.replace(" ", "  ") : name,
    }),
  "quotes and delimiters": (making) => levels("style", ['the "rest"', "a, b", "x; y", "it's"], making),
  "levels like missing texts": (making) => levels("garage", ["None", "attached", "built in"], making),
  "levels like numbers": (making) => levels("type", ["1", "2", "3", "10"], making),
  "levels like codes": (making) => levels("zipcode", ["01234", "98001", "98002", "00501"], making),
  "levels like yes and no": (making) => levels("state", ["yes", "no", "partly"], making),
  "two levels": (making) => levels("sex", ["male", "female"], making),
  "ISO dates": (making) => dates("sold", making, (iso) => iso),
  "dates with midnight": (making) => dates("listed", making, (iso) => `${iso} 00:00:00`),
  "dates with points": (making) =>
    dates("Datum", making, (iso) => {
      const [year, month, day] = parts(iso);
      return `${day}.${month}.${year}`;
    }),
  "dates with slashes": (making) =>
    dates("visited on", making, (iso) => {
      const [year, month, day] = parts(iso);
      return `${month}/${day}/${year}`;
    }),
  "days before months": (making) => dates("Visited", making, (iso) => parts(iso).reverse().join("/")),
  "times of day": (making) => {
    const made = dates("Begin", making, (iso) => iso);
    made.cells = made.cells.map(({ text }, row) => {
      const clock = `${String(row % 24).padStart(2, "0")}:${row % 2 === 0 ? "30" : "00"}`;
      return { text: `${text} ${clock}:00`, means: `${text}T${clock}` };
    });
    return made;
  },
  "dates with names": (making) =>
    dates("opened", making, (iso) => {
      const [year, month, day] = parts(iso);
      return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
    }),
};

/** What stands where a value is missing. */
const MISSING = ["", "NA", "N/A", "#N/A", "NaN", "null", "?", "-", "n/a", " "];

const styles: Style[] = [
  { delimiter: ",", decimal: ".", thousands: "", mark: false, newline: "\n", quoteAll: false },
  { delimiter: ",", decimal: ".", thousands: ",", mark: true, newline: "\r\n", quoteAll: false },
  { delimiter: ",", decimal: ".", thousands: ",", mark: false, newline: "\n", quoteAll: true },
  { delimiter: ",", decimal: ",", thousands: ".", mark: false, newline: "\n", quoteAll: false },
  { delimiter: ";", decimal: ",", thousands: ".", mark: true, newline: "\r\n", quoteAll: false },
  { delimiter: ";", decimal: ",", thousands: "", mark: false, newline: "\n", quoteAll: false },
  { delimiter: ";", decimal: ",", thousands: " ", mark: false, newline: "\n", quoteAll: false },
  { delimiter: ";", decimal: ".", thousands: "", mark: false, newline: "\n", quoteAll: false },
  { delimiter: "\t", decimal: ",", thousands: "\u00a0", mark: true, newline: "\r\n", quoteAll: false },
  { delimiter: "\t", decimal: ".", thousands: "'", mark: false, newline: "\r\n", quoteAll: false },
];

/** A made-up table of people. */
export interface AnyTable {
  /** Its oddities, for messages. */
  name: string;
  headers: string[];
  /** Those that a model should have inputs for. */
  useful: string[];
  target: string;
  /** The cells of each row by the column's header, the target's too. */
  cells: Map<string, Cell>[];
  /** By header, a text that no row has. */
  unknown: Map<string, string>;
  /** The file with rows of texts, those of the table or others. */
  file(rows: string[][]): string;
}

export const textsOf = ({ headers }: AnyTable, row: Map<string, Cell>) =>
  headers.map((header) => row.get(header)!.text);

/** Columns that a model cannot use, by what is wrong with them. */
const useless: Record<string, (making: Making, made: Made[]) => Made> = {
  constant: ({ rows }) =>
    plain(
      "Country",
      rowsOf(rows, () => "Canada"),
    ),
  duplicate: (_, made) => ({ ...made[0]!, header: `${made[0]!.header.trim()} again` }),
  ids: ({ rows }) =>
    plain(
      "ID",
      rowsOf(rows, (row) => String(1000 + row * 7)),
    ),
  "free text": ({ rows }) =>
    plain(
      "remarks",
      rowsOf(rows, (row) => `house no. ${row}, seen by "us"`),
    ),
  empty: ({ rows }) =>
    plain(
      "later",
      rowsOf(rows, () => ""),
    ),
  "a header twice": ({ rows }, made) =>
    plain(
      made[1]!.header,
      rowsOf(rows, (row) => String(row % 7)),
    ),
  "a header in another case": (making, made) => {
    const { header } = made[0]!;
    const other = header === header.toUpperCase() ? header.toLowerCase() : header.toUpperCase();
    return numbers(other, making, { from: 0, to: 150 });
  },
  unnamed: ({ rows }) =>
    plain(
      "",
      rowsOf(rows, (row) => String(row)),
    ),
};

const plain = (header: string, texts: string[]): Made => ({
  header,
  cells: texts.map((text) => ({ text, means: text })),
  adds: texts.map(() => 0),
});

const TARGETS = {
  price: {
    header: "Sale PRICE in USD",
    digits: 2,
    of: (sum: number) => 1_000 * sum + 20_000,
    dress: (text: string) => text,
  },
  money: { header: "Kosten", digits: 2, of: (sum: number) => 90 * sum + 800, dress: (text: string) => `€${text}` },
  zeros: { header: "tip", digits: 2, of: (sum: number) => Math.max(0, sum - 12), dress: (text: string) => text },
  signed: { header: "gain or loss", digits: 1, of: (sum: number) => sum - 15, dress: (text: string) => text },
};

/** Any table; every oddity is in some of so few as a dozen. */
export const anyTable: fc.Arbitrary<AnyTable> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    rows: fc.integer({ min: 90, max: 220 }),
    style: fc.constantFrom(...styles),
    used: fc
      .shuffledSubarray(Object.keys(columns), { minLength: 4, maxLength: 9 })
      // No file has both orders.
      .filter((used) => !used.includes("dates with slashes") || !used.includes("days before months")),
    junk: fc.shuffledSubarray(Object.keys(useless)),
    gaps: fc.subarray(MISSING, { minLength: 1 }),
    target: fc.constantFrom(...(Object.keys(TARGETS) as (keyof typeof TARGETS)[])),
  })
  .map(makeTable);

interface Recipe {
  seed: number;
  rows: number;
  style: Style;
  used: string[];
  junk: string[];
  gaps: string[];
  target: keyof typeof TARGETS;
}

function makeTable({ seed, rows, style, used, junk, gaps, target }: Recipe): AnyTable {
  const making = { draw: draw(seed), rows, style };
  const { chance, normal, pick } = making.draw;
  const made = used.map((name) => columns[name]!(making));
  const sums = rowsOf(rows, (row) => made.reduce((sum, { adds }) => sum + adds[row]!, 0));
  const { header, digits, of, dress } = TARGETS[target];
  const outcome: Made = {
    header,
    cells: sums.map((sum) => {
      if (chance(0.02)) return { text: pick(gaps), means: null };
      const means = rounded(of(sum + normal(0, 2)), digits);
      return { text: dress(write(means, digits, style)), means };
    }),
    adds: [],
  };
  // A third of the columns have gaps.
  for (const column of made) {
    if (!chance(0.34)) continue;
    column.cells = column.cells.map((cell) => (chance(0.08) ? { text: pick(gaps), means: null } : cell));
  }
  const all = [...made, outcome, ...junk.map((name) => useless[name]!(making, made))];
  const headers = all.map((each) => each.header);
  const cell = (text: string) =>
    style.quoteAll || text.includes(style.delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const file = (lines: string[][]) => {
    const text = [headers, ...lines].map((line) => line.map(cell).join(style.delimiter) + style.newline).join("");
    return (style.mark ? "\uFEFF" : "") + text;
  };
  return {
    name: `${JSON.stringify(style)} of ${[...used, ...junk, target].join(", ")}, seed ${seed}`,
    headers,
    useful: made.flatMap((each) => (headers.filter((other) => other === each.header).length > 1 ? [] : each.header)),
    target: header,
    cells: rowsOf(rows, (row) => new Map(all.map((each) => [each.header, each.cells[row]!]))),
    unknown: new Map(made.flatMap((each) => (each.unknown === undefined ? [] : [[each.header, each.unknown]]))),
    file,
  };
}
