import { binary, call, number, variable } from "../formula/build";
import type { Expression } from "../formula/parse";
import { SECONDS_OF_DAY } from "../formula/calendar";
import { ANY, LARGEST, rangeOf, SMALLEST, type Range } from "../formula/range";
import { distinctNames, operandsOf } from "../formula/tree";
import { largestReach } from "../model/evidence";
import { kindOf } from "../model/inputs/kinds";
import type { Model } from "../model/model";
import { missingName, type PlannedLevels, type PredictorPlan, type Step } from "../model/predictor";
import type { Transform } from "../model/scale";
import type { Input } from "../model/spec";
import type { Uncertainty } from "../model/answer/uncertainty";

/**
 * A prediction as straight-line arithmetic, for every language that a model is written in: the inputs, and steps that
 * each use only what stands before them. The last ones are `center`, the reach, `half_width`, `estimate`, `low`
 * and `high`; see `predict` for what they are. There are neither `half_width`, `low` nor `high` where nothing is known
 * of the uncertainty.
 */
export interface Plan {
  inputs: PlannedInput[];
  steps: Step[];
  /** The step that is the reach, and beyond what there is no estimate; null where that is never so. */
  reach: { step: string; largest: number } | null;
  hasInterval: boolean;
}

export interface PlannedInput {
  input: Input;
  name: string;
  /** What is allowed. */
  range: Range;
  /** Beyond it there is no estimate, whatever else the row holds. */
  limit?: number;
  /** The variable that is 1 where the input is not given, and 0 elsewhere; null where nothing depends on it. */
  missing: string | null;
  /** For a category. */
  levels: PlannedLevels | null;
}

/**
 * Plan the prediction of a model, with the interval of a level.
 *
 * @param planned of the model's predictor
 * @param level above 0 and at most `model.uncertainty.highestLevel`
 */
export function planPrediction({ spec, uncertainty, evidence }: Model, planned: PredictorPlan, level: number): Plan {
  const largest = largestReach(evidence);
  const reach = planned.reach === null || largest === Infinity ? null : { step: planned.reach, largest };
  const steps = [...planned.steps];
  if (uncertainty) steps.push({ name: "half_width", expression: halfWidth(planned, uncertainty, level) });
  steps.push(...answers(spec.target, uncertainty !== null));
  const used = new Set(steps.flatMap(({ expression }) => distinctNames(expression)));
  const inputs = spec.inputs.map((input) => ({
    input,
    name: `input_${input.name}`,
    range: rangeOfInput(input),
    limit: planned.limits.get(input.name),
    missing: used.has(missingName(input.name)) ? missingName(input.name) : null,
    levels: planned.categories.get(input.name) ?? null,
  }));
  return { inputs, steps: withoutIdle({ inputs, steps }), reach, hasInterval: uncertainty !== null };
}

/** The steps that something depends on: the answers, another step, or whether there is an answer at all. */
function withoutIdle(plan: Pick<Plan, "inputs" | "steps">): Step[] {
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

/** Of a variable that is 0 or 1. */
export const INDICATOR: Range = { low: 0, high: 1, smallest: 1 };

function rangeOfInput(input: Input): Range {
  if (input.kind === "boolean" || input.kind === "category") return INDICATOR;
  const { min, max, whole } = kindOf(input).cell(input);
  const smallest = whole ? 1 : input.kind === "date" ? 1 / SECONDS_OF_DAY : SMALLEST;
  return clip({ low: min, high: max, smallest }, whole ? Number.MAX_SAFE_INTEGER : LARGEST);
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
export function findPerils({ inputs, steps }: Pick<Plan, "inputs" | "steps">): (operation: Expression) => boolean {
  const ranges = new Map(inputs.map(({ name, range }) => [name, range]));
  for (const { levels, range, missing } of inputs) {
    for (const { indicator } of levels?.groups ?? []) if (indicator) ranges.set(indicator, range);
    if (missing) ranges.set(missing, INDICATOR);
  }
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

function halfWidth({ reach, size }: PredictorPlan, uncertainty: Uncertainty, level: number): Expression {
  const spread = reach ? call("sqrt", binary("+", number(1), variable(reach))) : number(1);
  const quantile = number(uncertainty.quantile(level));
  return binary("*", uncertainty.sized ? binary("*", quantile, size) : quantile, spread);
}

function answers(target: Model["spec"]["target"], hasInterval: boolean): Step[] {
  const center = variable("center");
  const estimate: [string, Expression] = ["estimate", center];
  const interval: [string, Expression][] = [
    ["low", binary("-", center, variable("half_width"))],
    ["high", binary("+", center, variable("half_width"))],
  ];
  return [estimate, ...(hasInterval ? interval : [])].map(([name, end]) => {
    const expression = inUnit(target.transform, end);
    if (name === "estimate" || target.transform === "log") return { name, expression };
    if (target.positive) return { name, expression: call("max", expression, number(0)) };
    const cut = target.transform === "log1p" && name === "low";
    return {
      name,
      expression: cut ? call("max", expression, call("min", variable("estimate"), number(0))) : expression,
    };
  });
}

/** `toUnit` of a model as an expression. */
function inUnit(transform: Transform, value: Expression): Expression {
  switch (transform) {
    case "identity":
      return value;
    case "log":
      return call("exp", value);
    case "log1p":
      return binary("-", call("exp", value), number(1));
    case "sqrt": {
      const root = call("max", value, number(0));
      return binary("*", root, root);
    }
  }
}

/** The step that has no estimate below 0, or at 0 and below where `strict`; null where it has everywhere. */
export function leastOf({ target }: Model["spec"]): { step: string; strict: boolean } | null {
  if (target.positive) return { step: "estimate", strict: true };
  return target.transform === "sqrt" ? { step: "center", strict: false } : null;
}
