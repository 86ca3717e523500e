import { binary, call, number, variable } from "../formula/build";
import { parseFormula, type Expression } from "../formula/parse";
import { mapOperands } from "../formula/tree";
import { solveLower } from "../math/triangle";
import { missingName, type PredictorPlan, type Step } from "../model/predictor";
import type { Spec } from "../model/spec";
import { compileDesign } from "./columns";

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
export function planLinear(spec: Spec, { coefficients, r, size, largest }: Weights): PredictorPlan {
  const design = compileDesign(spec);
  const p = coefficients.length;
  const names = new Map(spec.inputs.map(({ name }) => [name, `input_${name}`]));
  const lengths = r && largest < Infinity ? columnLimits(r, p, largest) : [];
  const limits = new Map<string, number>();
  const steps: Step[] = [];

  for (const { name, formula, label } of spec.derived) {
    steps.push({ name: `derived_${name}`, expression: rename(formula, names), label });
    names.set(name, `derived_${name}`);
  }

  const indicators = new Map<string, { name: string; level: string }[]>();
  const columns = [
    number(1),
    ...design.columns.map(({ name, formula, inputs }, index) => {
      const limit = lengths[index + 1];
      if (formula === null) {
        const category = spec.inputs[inputs[0]!]!;
        const levels = category.kind === "category" ? category.levels : [];
        const known = indicators.get(category.name) ?? [];
        const indicator = { name: `level_${known.length + 1}_of_${category.name}`, level: levels[known.length + 1]! };
        indicators.set(category.name, [...known, indicator]);
        return variable(indicator.name);
      }
      const expression = rename(name, names);
      if (expression.kind === "name" && expression.name.startsWith("input_")) {
        if (limit !== undefined) limits.set(name, limit);
        return expression;
      }
      steps.push({ name: `term_${index + 1}`, expression, label: `the term ${name}`, limit });
      return variable(`term_${index + 1}`);
    }),
  ];

  steps.push({ name: "center", expression: weightedSum(coefficients, columns) });
  if (r) {
    const rotations = rotate(r, p).map((weights, index) => ({
      name: `rotated_${index + 1}`,
      expression: weightedSum(weights, columns),
    }));
    const squares = rotations.map(({ name }) => binary("*", variable(name), variable(name)));
    steps.push(...rotations, {
      name: "leverage",
      expression: squares.reduce((sum, square) => binary("+", sum, square)),
    });
  }
  return { indicators, limits, steps, reach: r && "leverage", size: planSize(size, columns) };
}

function planSize(size: Weights["size"], columns: Expression[]): Expression {
  if (size === null) return number(1);
  return call("max", weightedSum(size.coefficients, columns), number(size.floor));
}

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
  const visit = (part: Expression): Expression => {
    if (part.kind === "name") return variable(names.get(part.name)!);
    if (part.kind === "call" && part.function === "missing") {
      const [input] = part.arguments;
      return variable(missingName(input?.kind === "name" ? input.name : ""));
    }
    return mapOperands(part, visit);
  };
  return visit(parseFormula(formula).expression);
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
