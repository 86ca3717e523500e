import { factorise } from "../formula/factors";
import { compileFormula, parseFormula, type Expression, type Formula } from "../formula/parse";
import { distinctNames, mapOperands } from "../formula/tree";
import { encodeValue, fillOf } from "../model/inputs/kinds";
import type { OwnCoding } from "../model/predictor";
import { compileReading } from "../model/reading";
import type { Input, Spec } from "../model/spec";
import type { CodedTerm, Column, LevelReading } from "./design";
import type { Groups } from "./groups";

type Evaluate = (encoded: ArrayLike<number>) => number;

/** Characters of a formula: one that several steps of a file made can be long. */
const LONGEST_FORMULA = 20_000;

/**
 * The columns that a predictor brings with it, each a term of its own; columns of 0 and 1 for the levels of one category
 * that stand side by side are one term. Levels with the same numbers in all readings are one group.
 */
export function codeColumns(spec: Spec, { readings, columns }: OwnCoding) {
  const categories = new Map<string, Groups>();
  const known = new Map<string, LevelReading>();
  for (const [position, input] of spec.inputs.entries()) {
    const own = readings.filter((reading) => reading.input === input.name);
    if (input.kind !== "category" || own.length === 0) continue;
    const { groups, firsts } = groupByNumbers(input, position, own);
    categories.set(input.name, groups);
    for (const { name, values } of own) {
      known.set(name, { name, groups, values: firsts.map((code) => values[code]!) });
    }
  }
  const terms: CodedTerm[] = [];
  let open: ReturnType<typeof indicatorTerm> | undefined;
  for (const { name, formula: text } of columns) {
    const formula = parseFormula(text, LONGEST_FORMULA);
    const level = levelOf(formula, known);
    if (!level) {
      open = undefined;
      terms.push(numberTerm(spec, name, formula, known));
      continue;
    }
    // A column that repeats another begins a term of its own, since only one column of a term is not 0.
    if (open?.reading !== level.reading.name || open.indexes[level.group]! >= 0) {
      open = indicatorTerm(level.reading);
      terms.push(open.term);
    }
    addLevel(open, name, level);
  }
  return { categories: [...categories.values()], readings: [...known.values()], terms };
}

/** @returns the groups, and a code of each */
function groupByNumbers(
  input: Extract<Input, { kind: "category" }>,
  position: number,
  readings: OwnCoding["readings"],
): { groups: Groups; firsts: number[] } {
  const { levels, missing } = input;
  const count = levels.length + Number(input.other !== undefined);
  const byNumbers = new Map<string, number>();
  const firsts: number[] = [];
  const groupOf = Int32Array.from({ length: count }, (_, code) => {
    const key = readings.map(({ values }) => values[code]).join();
    let group = byNumbers.get(key);
    if (group === undefined) {
      byNumbers.set(key, (group = firsts.length));
      firsts.push(code);
    }
    return group;
  });
  const assumed = typeof missing === "object" ? encodeValue(input, missing.value) : -1;
  const groups = {
    category: input.name,
    input: position,
    names: firsts.map((code) => levels[code] ?? input.other?.label ?? ""),
    of: (value: number) => groupOf[Number.isNaN(value) ? assumed : value] ?? -1,
  };
  return { groups, firsts };
}

/** The reading and the group of a formula like `fuel == 2`; undefined where it is none, or no single group has the number. */
function levelOf({ expression }: Formula, known: ReadonlyMap<string, LevelReading>) {
  if (expression.kind !== "binary" || expression.operator !== "==") return undefined;
  const { left, right } = expression;
  const reading = left.kind === "name" ? known.get(left.name) : undefined;
  if (!reading || right.kind !== "number") return undefined;
  const group = reading.values.indexOf(right.value);
  return group < 0 || reading.values.lastIndexOf(right.value) > group ? undefined : { reading, group };
}

function indicatorTerm(reading: LevelReading) {
  const { groups, name } = reading;
  const columns: Column[] = [];
  const indexes = new Int32Array(reading.values.length).fill(-1);
  const indexOf: Evaluate = (encoded) => indexes[groups.of(encoded[groups.input]!)] ?? -1;
  const term: CodedTerm = {
    term: { text: name, factors: [], categories: [groups.category], formula: null },
    inputs: [groups.input],
    groups: [groups],
    formula: null,
    rest: null,
    factors: null,
    columns,
    indexOf,
  };
  return { reading: name, columns, indexes, term };
}

function addLevel(
  { columns, indexes, term }: ReturnType<typeof indicatorTerm>,
  name: string,
  { reading: { groups }, group }: { reading: LevelReading; group: number },
): void {
  indexes[group] = columns.length;
  columns.push({
    name,
    inputs: term.inputs,
    evaluate: (encoded) => Number(groups.of(encoded[groups.input]!) === group),
    formula: null,
    indicates: [{ groups, group }],
  });
}

/** A column that is a formula over inputs, derived features and readings. */
function numberTerm(spec: Spec, name: string, written: Formula, known: ReadonlyMap<string, LevelReading>): CodedTerm {
  const formula = inlineDerived(spec, written);
  const positionOf = (each: string) =>
    known.get(each)?.groups.input ?? spec.inputs.findIndex((input) => input.name === each);
  const inputs = [...new Set(formula.names.map(positionOf))];
  const evaluate = compileOver(spec, formula, known);
  const factors = inputs.length === 1 || inputs.length < formula.names.length ? null : factorise(formula);
  return {
    term: { text: name, factors: [], categories: [], formula: written },
    inputs,
    groups: [],
    formula,
    rest: evaluate,
    factors: inputs.length === 1 ? [evaluate] : (factors?.map((factor) => compileOver(spec, factor, known)) ?? null),
    columns: [{ name, inputs, evaluate, formula, indicates: [] }],
    indexOf: () => 0,
  };
}

/** A formula with what derived features are made of in their place. */
function inlineDerived(spec: Spec, { text, expression }: Formula): Formula {
  const derived = new Map(compileReading(spec).derived.map(({ name, formula }) => [name, formula.expression]));
  const inline = (part: Expression): Expression =>
    part.kind === "name" ? (derived.get(part.name) ?? part) : mapOperands(part, inline);
  const whole = inline(expression);
  return { text, expression: whole, names: distinctNames(whole) };
}

/** A formula of one category as a table of its values by group, since a model can have as many of them as levels. */
function tabulate(formula: Formula, read: LevelReading[]): Evaluate {
  const [{ groups }] = read as [LevelReading];
  const evaluate = compileFormula(formula, (name) => read.findIndex((reading) => reading.name === name));
  const values = Float64Array.from(groups.names, (_, group) => evaluate(read.map((each) => each.values[group]!)));
  const { input } = groups;
  return (encoded) => values[groups.of(encoded[input]!)] ?? NaN;
}

/** A formula as a function of encoded inputs, each reading the number of its level. */
function compileOver(spec: Spec, formula: Formula, known: ReadonlyMap<string, LevelReading>): Evaluate {
  const indexOf = (name: string) => spec.inputs.findIndex((input) => input.name === name);
  const fillFor = (name: string) => {
    const input = spec.inputs[indexOf(name)];
    return input && fillOf(input);
  };
  const read = formula.names.flatMap((name) => known.get(name) ?? []);
  if (read.length === 0) return compileFormula(formula, indexOf, fillFor);
  if (read.length === formula.names.length && new Set(read.map(({ groups }) => groups)).size === 1) {
    return tabulate(formula, read);
  }
  // One row at a time: the numbers of the levels stand behind those of the inputs.
  const { length } = spec.inputs;
  const row = new Float64Array(length + read.length);
  const at = (name: string) => {
    const position = read.findIndex((reading) => reading.name === name);
    return position < 0 ? indexOf(name) : length + position;
  };
  const evaluate = compileFormula(formula, at, fillFor);
  return (encoded) => {
    for (let index = 0; index < length; index++) row[index] = encoded[index]!;
    read.forEach(({ groups, values }, index) => {
      row[length + index] = values[groups.of(encoded[groups.input]!)] ?? NaN;
    });
    return evaluate(row);
  };
}
