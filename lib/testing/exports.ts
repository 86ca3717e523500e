import { expect } from "vitest";
import { exportModel, type Question } from "../export/export";
import { isoOfDays } from "../formula/calendar";
import { estimateRow } from "../model/answer/estimate";
import { faultsOf } from "../model/inputs/schema";
import { kindOf, mayBeMissing } from "../model/inputs/kinds";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import type { Input } from "../model/spec";
import { importModel } from "./imported";
import { publishedModel, trainModel } from "./models";

/** For tests only: models and rows that try every part of an export. */

export type Value = number | boolean | string | null;
export type TableRow = Record<string, Value>;
export interface Answer {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

/** Numbers between 0 and 1, the same for the same seed (Marsaglia's xorshift). */
export function randomNumbers(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const OUTCOMES = {
  log: (value: number) => Math.exp(1 + value),
  log1p: (value: number) => Math.max(0, Math.expm1(value - 0.5)),
  sqrt: (value: number) => Math.max(0, value - 0.5) ** 2,
};

/** A category, conformal intervals, a transformed target, and formulas that are defined whatever the inputs are. */
async function everything(transform: keyof typeof OUTCOMES): Promise<Model> {
  const random = randomNumbers(1);
  const levels = ["Gaz d'été", "oil\\coal", "wood", 'the "rest"'];
  const inputs = [
    { name: "size", label: "Size", kind: "number", min: 0.5, max: 20 },
    { name: "order", label: "Order", kind: "integer", min: -3, max: 9 },
    { name: "select", label: "Select", kind: "boolean" },
    { name: "heating", label: "Heating", kind: "category", levels },
  ];
  const rows = Array.from({ length: 200 }, () => {
    const row = {
      size: 0.5 + 19.5 * random(),
      order: Math.floor(13 * random()) - 3,
      select: random() < 0.5,
      heating: levels[Math.floor(4 * random())]!,
    };
    const noise = 0.3 * (random() + random() + random() - 1.5);
    const actual = OUTCOMES[transform](0.1 * row.size + 0.05 * row.order + 0.2 * levels.indexOf(row.heating) + noise);
    return { inputs: row, actual };
  });
  return trainModel(
    {
      id: `everything-${transform}`,
      target: { name: "y", label: "Outcome", positive: transform === "log", transform },
      inputs,
      derived: [
        { name: "capped", label: "Capped size", formula: "min(size, 12, 15 - order)" },
        { name: "unused", label: "Unused", formula: "capped * 2 ^ order" },
      ],
      terms: [
        "capped",
        "max(order, 2) ^ 2",
        "abs(order - 1.5)",
        "exp(-size / 3)",
        "sqrt(size) * select",
        "log(size + order ^ 2)",
        "heating",
      ],
      interval: "conformal",
    },
    rows,
  );
}

/** Inputs without bounds, and formulas that are undefined for many of them. */
async function perilous(): Promise<Model> {
  const random = randomNumbers(2);
  const rows = Array.from({ length: 60 }, () => {
    const row = { a: 4 * random() + 2, b: 4 * random() - 2, c: Math.floor(5 * random()) + 1 };
    return { inputs: row, actual: 3 * row.a - 2 * row.b + row.c + random() };
  });
  return trainModel(
    {
      id: "perilous",
      inputs: [
        { name: "a", label: "First", kind: "number" },
        { name: "b", label: "Second", kind: "number" },
        { name: "c", label: "Third", kind: "integer" },
      ],
      derived: [{ name: "unused", label: "Unused", formula: "1 / (1 / (b - 1))" }],
      terms: [
        "a",
        "b",
        "log(a - b / 4)",
        "sqrt(a * c)",
        "1 / (c + b ^ 2)",
        "min(exp(b), 1 / (1 / a))",
        "(a - 1) ^ (b / 4)",
        "-(-(c ^ -2))",
      ],
    },
    rows,
  );
}

/** Dates with and without a time of day, comparisons, and the functions that go with them. */
export async function dated(): Promise<Model> {
  const random = randomNumbers(3);
  const inputs = [
    { name: "sold", label: "Sold on", kind: "date", min: "1950-01-01", max: "2049-12-31" },
    { name: "at", label: "Begins at", kind: "date", time: true, min: "1999-06-15T07:30" },
    { name: "year", label: "Year built", kind: "integer", min: 1900, max: 2030 },
    { name: "gain", label: "Gain", kind: "number" },
  ];
  const rows = Array.from({ length: 150 }, () => {
    const sold = -6000 + Math.floor(30_000 * random());
    const at = 11_000 + Math.floor(86_400 * 6000 * random()) / 86_400;
    const row = {
      sold: isoOfDays(sold),
      at: isoOfDays(at, true),
      year: 1900 + Math.floor(130 * random()),
      gain: 3 * random() - 0.9,
    };
    const noise = random() + random() + random() - 1.5;
    return { inputs: row, actual: 20 + sold / 3650 + 5 * (row.year >= 1980 ? 1 : 0) + 2 * row.gain + noise };
  });
  return trainModel(
    {
      id: "dated",
      inputs,
      derived: [
        { name: "age", label: "Age", formula: "year(sold) - year" },
        { name: "known", label: "Known", formula: "1 - missing(gain)" },
      ],
      terms: [
        "age",
        "month(sold)",
        "weekday(at)",
        "hour(at)",
        "hour(at) >= 12",
        'days(at, "2015-01-01") / 365.25',
        "days(at, sold) > 9000",
        "log1p(gain * known)",
        "log1p(age ^ 2 / 1e12)",
        "year >= 1980",
        "(year(at) == 2005) * gain",
        "(weekday(sold) != 7) * (log(gain + 1) < 0)",
        "gain ^ (month(at) <= 6)",
      ],
    },
    rows,
  );
}

/** Products with categories, levels that are pooled and some that follow from others, and a fit without intercept. */
async function interacting(): Promise<Model> {
  const random = randomNumbers(3);
  const levels = ["n", "s", "e", "w", "isle", "cape"];
  const rows = Array.from({ length: 240 }, (_, index) => {
    const region = index % 40 === 3 ? "isle" : index % 30 === 7 ? "cape" : index % 60 === 9 ? "x" : levels[index % 4]!;
    const zone = "ns".includes(region) ? "in" : "out";
    const fuel = ["gas", "oil", "wood"][Math.floor(3 * random())]!;
    const row = { region, zone, fuel, age: 20 + 40 * random(), smoker: random() < 0.4 };
    const actual = 30 + 0.3 * row.age + (row.smoker ? 5 : 0) + 2 * levels.indexOf(region) + 4 * random();
    return { inputs: row, actual };
  });
  return trainModel(
    {
      id: "interacting",
      inputs: [
        { name: "region", label: "Region", kind: "category", levels, other: { fewest: 20, label: "rest" } },
        { name: "zone", label: "Zone", kind: "category", levels: ["in", "out"] },
        {
          name: "fuel",
          label: "Fuel",
          kind: "category",
          levels: ["gas", "oil", "wood"],
          other: { fewest: 1, label: "other" },
        },
        { name: "age", label: "Age", kind: "number", min: 1, max: 120 },
        { name: "smoker", label: "Smoker", kind: "boolean" },
      ],
      terms: [
        "1 + 0 * age",
        "age",
        "region",
        "zone",
        "region : log(age)",
        "smoker * fuel",
        "region : fuel",
        "fuel * age / 2",
      ],
      intercept: false,
    },
    rows,
  );
}

/** Inputs of each kind that may be missing, with and without a term that says so. */
async function gaps(): Promise<Model> {
  const random = randomNumbers(3);
  const rows = Array.from({ length: 150 }, () => {
    const whole = {
      a: 9 * random() + 1,
      n: Math.floor(5 * random()),
      b: random() < 0.5,
      c: "xyz"[Math.floor(3 * random())]!,
    };
    const row: Inputs = Object.fromEntries(
      Object.entries(whole).map((entry) => (random() < 0.2 ? [entry[0], null] : entry)),
    );
    return { inputs: row, actual: 3 * whole.a + whole.n - 2 * Number(whole.b) + "xyz".indexOf(whole.c) + random() };
  });
  return trainModel(
    {
      id: "gaps",
      inputs: [
        { name: "a", label: "First", kind: "number", min: 0, max: 20, missing: { value: 5.5 } },
        { name: "n", label: "Number", kind: "integer", min: 0, missing: { value: 2 } },
        { name: "b", label: "Yes or no", kind: "boolean", missing: { value: true } },
        { name: "c", label: "Letter", kind: "category", levels: ["x", "y", "z"], missing: { value: "y" } },
      ],
      derived: [{ name: "half", label: "Half", formula: "a / 2" }],
      terms: ["half", "missing(a)", "log(a + 1)", "n", "b", "missing(b)", "c", "missing(c)"],
    },
    rows,
  );
}

/** Every published model, those above, and some that scikit-learn fitted. */
export async function exportedModels(): Promise<Model[]> {
  const published = ["house-price", "house-price-hedonic", "salary"].map(publishedModel);
  const transformed = (["log", "log1p", "sqrt"] as const).map(everything);
  const imported = ["used-cars.pkl", "ordinal-then-impute.pkl", "functions.pkl"].map((file) => importModel(file).model);
  imported.forEach(({ spec }, index) => (spec.id = `imported-${index + 1}`));
  return Promise.all([...published, ...transformed, perilous(), dated(), gaps(), interacting(), ...imported]);
}

/**
 * Rows of a table: mostly what training rows hold, then what the bounds allow, and values that are missing or not
 * allowed. What is no number, where a column of a database can hold it, is there too.
 */
export function randomRows(model: Model, count: number): TableRow[] {
  const random = randomNumbers(count);
  const { inputs = {}, actual = [] } = model.evidence?.background ?? {};
  return Array.from({ length: count }, () => {
    const row = Math.floor(random() * actual.length);
    const seen: Inputs =
      actual.length > 0 ? model.reading.decode(model.spec.inputs.map(({ name }) => inputs[name]![row]!)) : {};
    const strange = random() < 0.3;
    return Object.fromEntries(
      model.spec.inputs.map((input) => {
        const value = random() < 0.5 ? (seen[input.name] ?? anyValue(input, random)) : anyValue(input, random);
        return [input.name, strange && random() < 0.2 ? strangeValue(input, random) : value];
      }),
    );
  });
}

function anyValue(input: Input, random: () => number): Value {
  if (input.kind === "boolean") return random() < 0.5;
  if (input.kind === "category") return input.levels[Math.floor(random() * input.levels.length)]!;
  const { whole, ...bounds } = kindOf(input).cell(input);
  const [min, max] = [bounds.min === -Infinity ? -10 : bounds.min, bounds.max === Infinity ? 10 : bounds.max];
  const value = min + random() * (max - min);
  return kindOf(input).decode(input, whole ? Math.round(value) : value);
}

function strangeValue(input: Input, random: () => number): Value {
  const pick = <T>(values: T[]) => values[Math.floor(random() * values.length)]!;
  if (input.kind === "boolean") return null;
  if (input.kind === "category") return pick([null, "", " ", "no such", "y".repeat(201)]);
  if (input.kind === "date") return pick([null, "0001-01-01", "9999-12-31", "2015-06-30", "1970-01-01"]);
  const { min = -1e9, max = 1e12 } = input;
  // SQLite keeps NaN as NULL, which is a value that is assumed where the input may be missing.
  return pick([
    null,
    mayBeMissing(input) ? null : NaN,
    Infinity,
    -Infinity,
    1e300,
    -1e300,
    5e-324,
    0,
    1.5,
    min,
    max,
    min - 0.1,
    max + 1,
  ]);
}

/** What `predict` answers for a row; nothing where the schema finds fault with it. */
export function expectedAnswer(model: Model, row: TableRow, level: number): Answer {
  const none = { estimate: null, low: null, high: null };
  const parsed = model.schema.safeParse(row);
  if (!parsed.success) return none;
  // What `predict` begins with; the explanation that it adds costs a hundred times more.
  const { estimate, low, high, refusal } = estimateRow(model, model.reading.encode(parsed.data), level);
  // Without rows there is no interval.
  return refusal ? none : model.uncertainty ? { estimate, low, high } : { ...none, estimate };
}

/** The first thing that the schema finds at fault with a row, and whether it is no input alone but a formula. */
export function faultOf(model: Model, row: TableRow): { detail: string; ofFormula: boolean } | undefined {
  const { error } = model.schema.safeParse(row);
  const fault = error && faultsOf(error)[0];
  return fault && { detail: fault.detail, ofFormula: fault.detail.includes(", to compute ") };
}

/** Equal to nine digits, nulls in the same places; some of both must be there for a test to have shown anything. */
export function expectSameAnswers(rows: TableRow[], actual: Answer[], expected: Answer[]): void {
  expect(actual).toHaveLength(expected.length);
  const different = expected.flatMap((wanted, index) => {
    const given = actual[index]!;
    const same = (["estimate", "low", "high"] as const).every((name) => isClose(given[name], wanted[name]));
    return same ? [] : [{ row: rows[index], given, wanted }];
  });
  expect(different.slice(0, 3), `${different.length} of ${expected.length} rows differ`).toEqual([]);
  const answered = expected.filter(({ estimate }) => estimate !== null).length;
  expect(answered).toBeGreaterThan(0.1 * expected.length);
  expect(answered).toBeLessThan(0.95 * expected.length);
}

function isClose(given: number | null, wanted: number | null): boolean {
  if (given === null || wanted === null) return given === wanted;
  return Math.abs(given - wanted) <= 1e-9 * Math.abs(wanted);
}

/** The text of an export that is not refused. */
export function exportText(model: Model, question: Question): string {
  const exported = exportModel(model, question);
  if ("faults" in exported) throw new Error(JSON.stringify(exported.faults));
  return exported.text;
}
