import { binary, call, number, variable } from "../formula/build";
import { parseFormula, type Expression } from "../formula/parse";
import { mapOperands } from "../formula/tree";
import { solveLower } from "../math/triangle";
import { missingName, type PredictorPlan, type Step } from "../model/predictor";
import type { Spec } from "../model/spec";
import { compileDesign } from "./columns";
import type { Column, Design } from "./design";
import type { Coding } from "../model/predictor";

interface Weights {
  coefficients: Float64Array;
  /** The upper triangle R of X = QR, p × p, row-major; null where the leverage is not known. */
  r: Float64Array | null;
  /** The typical size of an error, see `linearSchema`. */
  size: { coefficients: Float64Array; floor: number } | null;
  /** The leverage beyond which there is no estimate. */
  largest: number;
}

/**
 * A linear model as straight-line arithmetic; see `PredictorPlan`.
 *
 * The leverage h = x′(X′X)⁻¹x is computed as ‖R⁻ᵀx‖² with the rows of R⁻ᵀ worked out here, one step for each. The
 * quadratic form in (X′X)⁻¹ would need half as many numbers, but its terms cancel: it loses twice the digits, as many
 * as the square of the condition number has.
 *
 * Names are unlike each other by their prefixes, whatever the inputs are called.
 */
export function planLinear(spec: Spec, { coefficients, r, size, largest }: Weights, coding?: Coding): PredictorPlan {
  const design = compileDesign(spec, coding);
  const p = coefficients.length;
  const names = new Map(spec.inputs.map(({ name }) => [name, `input_${name}`]));
  const lengths = r && largest < Infinity ? columnLimits(r, p, largest) : [];
  const limits = new Map<string, number>();
  const steps: Step[] = [];

  for (const { name, formula, label } of spec.derived) {
    steps.push({ name: `derived_${name}`, expression: rename(parseFormula(formula).expression, names), label });
    names.set(name, `derived_${name}`);
  }

  const read = new Set(design.columns.flatMap(({ formula }) => formula?.names ?? []));
  const readings = design.readings.filter(({ name }) => read.has(name));
  for (const { name, groups, values } of readings) {
    const levels = values.map((_, group) => variable(indicatorName(group, groups.category)));
    steps.push({ name: `number_${name}`, expression: sumOf(values, levels, false) });
    names.set(name, `number_${name}`);
  }
  const categories = planCategories(spec, { ...design, readings });
  const first = Number(design.intercept);
  const columns = [
    ...(design.intercept ? [number(1)] : []),
    ...design.blocks.flatMap(({ term, groups, start, count }): Expression[] => {
      const limitOf = (column: number) => lengths[column];
      const name = `term_${start - first + 1}`;
      const formula = term.formula && rename(term.formula.expression, names);
      if (groups.length === 0) {
        const limit = limitOf(start);
        if (formula!.kind === "name" && formula!.name.startsWith("input_")) {
          if (limit !== undefined) limits.set(term.text, limit);
          return [formula!];
        }
        // The terms of a description are checked as inputs are; columns that a predictor brings are its own matter.
        const label = spec.terms.length > 0 ? `the term ${term.text}` : undefined;
        steps.push({ name, expression: formula!, label, limit });
        return [variable(name)];
      }
      const own = design.columns.slice(start - first, start - first + count);
      let rest = formula;
      // It must have a value whatever the levels are, even where all columns are dropped.
      if (formula && !isInput(formula)) {
        steps.push({ name: `rest_of_${name}`, expression: formula, label: `the term ${term.text}` });
        rest = variable(`rest_of_${name}`);
      }
      return own.map((column, index) => {
        const product = [...indicatorsOf(column), ...(rest ? [rest] : [])].reduce((left, right) =>
          binary("*", left, right),
        );
        if (product.kind === "name") return product;
        const at = start + index;
        steps.push({ name: `term_${at - first + 1}`, expression: product, limit: limitOf(at) });
        return variable(`term_${at - first + 1}`);
      });
    }),
  ];

  const weightedSum = (weights: ArrayLike<number>) => sumOf(weights, columns, design.intercept);
  steps.push({ name: "center", expression: weightedSum(coefficients) });
  if (r) {
    const rotations = rotate(r, p).map((weights, index) => ({
      name: `rotated_${index + 1}`,
      expression: weightedSum(weights),
    }));
    const squares = rotations.map(({ name }) => binary("*", variable(name), variable(name)));
    steps.push(...rotations, {
      name: "leverage",
      expression: squares.reduce((sum, square) => binary("+", sum, square)),
    });
  }
  const spread = size && call("max", weightedSum(size.coefficients), number(size.floor));
  return { categories, limits, steps, reach: r && "leverage", size: spread ?? number(1) };
}

const isInput = (expression: Expression) => expression.kind === "name" && expression.name.startsWith("input_");

const indicatorName = (group: number, category: string) => `level_${group}_of_${category}`;

/** The variables that are 1 where a row has the levels of a column. */
function indicatorsOf({ indicates }: Column): Expression[] {
  return indicates.map(({ groups, group }) => variable(indicatorName(group, groups.category)));
}

/** How the levels of each category are grouped, with a variable for each group that a column indicates. */
function planCategories({ inputs }: Spec, { columns, categories, readings }: Design): PredictorPlan["categories"] {
  const indicators = [
    ...columns.flatMap(indicatorsOf),
    ...readings.flatMap(({ groups, values }) =>
      values.flatMap((value, group) => (value === 0 ? [] : variable(indicatorName(group, groups.category)))),
    ),
  ];
  const used = new Set(indicators.flatMap((part) => (part.kind === "name" ? part.name : [])));
  return new Map(
    categories.map(({ category, input: position, names, of }) => {
      const input = inputs[position]!;
      const levels = input.kind === "category" ? input.levels : [];
      const isOpen = input.kind === "category" && input.other !== undefined;
      const groups = names.map((_, group) => {
        const name = indicatorName(group, category);
        const texts = levels.filter((_level, code) => of(code) === group);
        return { indicator: used.has(name) ? name : null, levels: texts };
      });
      const other = of(levels.length);
      const others = !isOpen ? "not allowed" : other < 0 ? "refused" : other;
      return [category, { groups, others }];
    }),
  );
}

/** Σ weight · column; what is multiplied by 0 is left out, and so is the column of 1 of an intercept. */
function sumOf(weights: ArrayLike<number>, columns: Expression[], intercept: boolean): Expression {
  let sum: Expression | undefined;
  columns.forEach((column, index) => {
    const weight = weights[index]!;
    if (weight === 0) return;
    const size = number(sum ? Math.abs(weight) : weight);
    const part = intercept && index === 0 ? size : binary("*", size, column);
    sum = sum ? binary(weight < 0 ? "-" : "+", sum, part) : part;
  });
  return sum ?? number(0);
}

/** A formula of the spec with the names of the plan for those of the spec. */
function rename(expression: Expression, names: Map<string, string>): Expression {
  if (expression.kind === "name") return variable(names.get(expression.name)!);
  if (expression.kind === "call" && expression.function === "missing") {
    const [input] = expression.arguments;
    return variable(missingName(input?.kind === "name" ? input.name : ""));
  }
  return mapOperands(expression, (part) => rename(part, names));
}

/** A little beyond the length of a column, so that rounding here cannot refuse what `predict` answers. */
const MARGIN = 1 + 1e-9;

/**
 * The lengths of the columns of X, which are those of R, times the root of the largest leverage. Since x_j² ≤ h · ‖X_j‖²
 * (Cauchy and Schwarz, in the metric of X′X), a value beyond that has a larger leverage, whatever else the row holds.
 */
function columnLimits(r: Float64Array, p: number, largest: number): number[] {
  return Array.from({ length: p }, (_, j) => {
    const column = Array.from({ length: j + 1 }, (_, i) => r[i * p + j]!);
    return Math.hypot(...column) * Math.sqrt(largest) * MARGIN;
  });
}

/** The rows of R⁻ᵀ. */
function rotate(r: Float64Array, p: number): Float64Array[] {
  const columns = Array.from({ length: p }, (_, j) => {
    const unit = new Float64Array(p);
    unit[j] = 1;
    return solveLower(r, p, unit);
  });
  return columns.map((_, i) => Float64Array.from(columns, (column) => column[i]!));
}
