import { studentTQuantile } from "../math/distributions";
import { parseFormula, type BinaryOperator, type Expression, type FunctionName } from "../formula/parse";
import { ANY, LARGEST, rangeOf, SMALLEST, type Range } from "../formula/range";
import { distinctNames, mapOperands, operandsOf } from "../formula/tree";
import { solveLower } from "../math/triangle";
import { magnitudesOf, scoreQuantile } from "../training/conformal";
import type { Model } from "../model/model";
import type { Input } from "../model/spec";

/**
 * A prediction as straight-line arithmetic, for every language that a model is written in: the inputs, and steps that
 * each use only what stands before them. The last ones are `center`, `leverage`, `half_width`, `estimate`, `low` and
 * `high`; see `predict` for what they are.
 *
 * The leverage h = x′(X′X)⁻¹x is computed as ‖R⁻ᵀx‖² with the rows of R⁻ᵀ worked out here, one step for each. The
 * quadratic form in (X′X)⁻¹ would need half as many numbers, but its terms cancel: it loses twice the digits, as many
 * as the square of the condition number has.
 *
 * Names are unlike each other by their prefixes, whatever the inputs are called.
 */
export interface Plan {
  inputs: PlannedInput[];
  steps: Step[];
}

export interface PlannedInput {
  input: Input;
  name: string;
  /** What is allowed. */
  range: Range;
  /** Beyond it there is no estimate, whatever else the row holds. */
  limit?: number;
  /** For a category: the names of the variables that are 1 at each level but the first, and 0 elsewhere. */
  indicators: { name: string; level: string }[];
}

export interface Step {
  name: string;
  expression: Expression;
  /** For what the spec's formulas give, which may be undefined: what to call it. */
  label?: string;
  /** Beyond it there is no estimate, whatever else the row holds. */
  limit?: number;
}

/**
 * Plan the prediction of a model, with the interval of a level.
 *
 * @param level above 0 and at most `model.uncertainty.highestLevel`
 */
export function planPrediction(model: Model, level: number): Plan {
  const { spec, design, coefficients } = model;
  const names = new Map(spec.inputs.map(({ name }) => [name, `input_${name}`]));
  const limits = columnLengths(model);
  /** The columns of the design that are an input as it is. */
  const alone = new Map(design.columns.map(({ name }, index) => [name, index + 1]));
  const steps: Step[] = [];

  for (const { name, formula, label } of spec.derived) {
    steps.push({ name: `derived_${name}`, expression: rename(formula, names), label });
    names.set(name, `derived_${name}`);
  }

  const indicators = new Map<string, { name: string; level: string }[]>();
  const columns = [
    "1",
    ...design.columns.map(({ name, formula }, index) => {
      if (formula === null) {
        const { name: category, levels } = categoryOf(model, index);
        const known = indicators.get(category) ?? [];
        const indicator = { name: `level_${known.length + 1}_of_${category}`, level: levels[known.length + 1]! };
        indicators.set(category, [...known, indicator]);
        return indicator.name;
      }
      const expression = rename(name, names);
      if (expression.kind === "name" && expression.name.startsWith("input_")) return expression.name;
      const step: Step = {
        name: `term_${index + 1}`,
        expression,
        label: `the term ${name}`,
        limit: limits[index + 1]!,
      };
      steps.push(step);
      return step.name;
    }),
  ].map((column, index) => (index === 0 ? number(1) : variable(column)));

  steps.push({ name: "center", expression: weightedSum(coefficients, columns) });
  const rotations = rotate(model).map((weights, index) => ({
    name: `rotated_${index + 1}`,
    expression: weightedSum(weights, columns),
  }));
  const squares = rotations.map(({ name }) => binary("*", variable(name), variable(name)));
  steps.push(...rotations, { name: "leverage", expression: squares.reduce((sum, square) => binary("+", sum, square)) });
  steps.push({ name: "half_width", expression: halfWidth(model, level) }, ...answers(model));

  const inputs = spec.inputs.map((input) => ({
    input,
    name: `input_${input.name}`,
    range: rangeOfInput(input),
    limit: limits[alone.get(input.name)!],
    indicators: indicators.get(input.name) ?? [],
  }));
  return { inputs, steps: withoutIdle({ inputs, steps }) };
}

/** The steps that something depends on: the answers, another step, or whether there is an answer at all. */
function withoutIdle(plan: Plan): Step[] {
  const isPerilous = findPerils(plan);
  const mayFail = (part: Expression): boolean => isPerilous(part) || operandsOf(part).some(mayFail);
  const used = new Set<string>();
  const kept = plan.steps.toReversed().filter(({ name, expression, label }) => {
    if (label !== undefined && !used.has(name) && !mayFail(expression)) return false;
    for (const other of distinctNames(expression)) used.add(other);
    return true;
  });
  return kept.reverse();
}

const number = (value: number): Expression => ({ kind: "number", value });
const variable = (name: string): Expression => ({ kind: "name", name });
const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});
const call = (name: FunctionName, ...operands: Expression[]): Expression => ({
  kind: "call",
  function: name,
  arguments: operands,
});

/** Σ weight · column; what is multiplied by 0 is left out, and so is the column of 1. */
function weightedSum(weights: ArrayLike<number>, columns: Expression[]): Expression {
  let sum: Expression | undefined;
  columns.forEach((column, index) => {
    const weight = weights[index]!;
    if (weight === 0) return;
    const size = number(sum ? Math.abs(weight) : weight);
    const part = index === 0 ? size : binary("*", size, column);
    sum = sum ? binary(weight < 0 ? "-" : "+", sum, part) : part;
  });
  return sum ?? number(0);
}

/** Read a formula of the spec, with the names of the plan for those of the spec. */
function rename(formula: string, names: Map<string, string>): Expression {
  const visit = (part: Expression): Expression =>
    part.kind === "name" ? variable(names.get(part.name)!) : mapOperands(part, visit);
  return visit(parseFormula(formula).expression);
}

function categoryOf({ spec, design }: Model, column: number): Input & { kind: "category" } {
  return spec.inputs[design.columns[column]!.inputs[0]!] as Input & { kind: "category" };
}

/** A little beyond the length of a column, so that rounding here cannot refuse what `predict` answers. */
const MARGIN = 1 + 1e-9;

/**
 * The lengths of the columns of X, which are those of R. Since x_j² ≤ h · ‖X_j‖² (Cauchy and Schwarz, in the metric of
 * X′X), a value beyond the length of its column has a leverage above 1, whatever else the row holds.
 */
function columnLengths({ r, coefficients: { length: p } }: Model): number[] {
  return Array.from({ length: p }, (_, j) => {
    const column = Array.from({ length: j + 1 }, (_, i) => r[i * p + j]!);
    return Math.hypot(...column) * MARGIN;
  });
}

/** The rows of R⁻ᵀ. */
function rotate({ r, coefficients: { length: p } }: Model): Float64Array[] {
  const columns = Array.from({ length: p }, (_, j) => {
    const unit = new Float64Array(p);
    unit[j] = 1;
    return solveLower(r, p, unit);
  });
  return columns.map((_, i) => Float64Array.from(columns, (column) => column[i]!));
}

function rangeOfInput(input: Input): Range {
  if (input.kind === "boolean" || input.kind === "category") return { low: 0, high: 1, smallest: 1 };
  const whole = input.kind === "integer";
  const { min = -Infinity, max = Infinity } = input;
  return clip({ low: min, high: max, smallest: whole ? 1 : SMALLEST }, whole ? Number.MAX_SAFE_INTEGER : LARGEST);
}

/** The part of a range within a limit to either side. */
export function clip(range: Range, limit = Infinity): Range {
  const low = Math.max(range.low, -limit);
  const high = Math.min(range.high, limit);
  return { low, high, smallest: Math.max(range.smallest, low, -high) };
}

/**
 * Whether an operation of a plan could, for inputs that are allowed, have no value or one that is not safe to compute
 * with.
 */
export function findPerils({ inputs, steps }: Plan): (operation: Expression) => boolean {
  const ranges = new Map(inputs.map(({ name, range }) => [name, range]));
  for (const { indicators, range } of inputs) for (const { name } of indicators) ranges.set(name, range);
  const perils = new Set<Expression>();
  const visit = (part: Expression): Range => {
    const operands = operandsOf(part).map(visit);
    const range = part.kind === "name" ? ranges.get(part.name)! : rangeOf(part, operands);
    if (!range) perils.add(part);
    return range ?? ANY;
  };
  for (const { name, expression } of steps) ranges.set(name, visit(expression));
  return (operation) => perils.has(operation);
}

function halfWidth({ spec, artifact }: Model, level: number): Expression {
  const spread = call("sqrt", binary("+", number(1), variable("leverage")));
  if (spec.interval === "conformal" && artifact.conformal) {
    const { size } = artifact.conformal;
    const line = binary("+", number(size.intercept), binary("*", number(size.slope), variable("center")));
    const quantile = number(scoreQuantile(magnitudesOf(artifact.conformal), level));
    return binary("*", binary("*", quantile, call("max", line, number(size.floor))), spread);
  }
  const { sigma, df } = artifact.fit;
  return binary("*", number(studentTQuantile((1 + level) / 2, df) * sigma), spread);
}

function answers({ spec: { target } }: Model): Step[] {
  const center = variable("center");
  const ends: [string, Expression][] = [
    ["estimate", center],
    ["low", binary("-", center, variable("half_width"))],
    ["high", binary("+", center, variable("half_width"))],
  ];
  return ends.map(([name, end]) => {
    if (target.transform === "log") return { name, expression: call("exp", end) };
    const cut = target.positive && name !== "estimate";
    return { name, expression: cut ? call("max", end, number(0)) : end };
  });
}
