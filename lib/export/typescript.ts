import { isDatePart } from "../formula/expression";
import { writeExpression, type Syntax } from "../formula/parse";
import { dateBounds } from "../model/inputs/date";
import { assumedValue } from "../model/inputs/kinds";
import type { Model } from "../model/model";
import type { PredictorPlan } from "../model/predictor";
import { describeInput, describeModel } from "./description";
import { faultsOfInput, undefinedFault } from "./faults";
import { exactLevels, indicatorTests } from "./levels";
import { findPerils, leastOf, planPrediction, type Plan, type PlannedInput } from "./plan";
import { typescriptHelpers } from "./typescript-helpers";

const quote = (text: string) => JSON.stringify(text);
/** On one line, and without what would end the comment. */
const comment = (text: string) => text.replace(/\s+/g, " ").replaceAll("*/", "* /");

/** Write a model as a TypeScript module without dependencies: `predict`, with the types of what goes in and comes out. */
export function writeTypeScript(model: Model, planned: PredictorPlan, level: number): string {
  const plan = planPrediction(model, planned, level);
  const isPerilous = findPerils(plan);
  const own: Syntax = {
    number: String,
    name: (name) => name,
    call(name, operands) {
      if (name === "days") return `(${operands.join(" - ")})`;
      if (name === "missing") return `Number(Number.isNaN(${operands.join()}))`;
      return isDatePart(name) ? `${name}Of(${operands.join()})` : `Math.${name}(${operands.join(", ")})`;
    },
    power: (base, exponent) => `power(${base}, ${exponent})`,
    compare: (operator, left, right) => `compare(${left}, ${quote(operator)}, ${right})`,
  };
  const checked: Syntax = {
    ...own,
    wrap: (operation, text) => (isPerilous(operation) && operation.kind !== "name" ? `finite(${text})` : text),
  };
  const steps = plan.steps.flatMap((step) => {
    const { name, expression, label } = step;
    const text = writeExpression(expression, label === undefined ? own : checked);
    const assignment = `const ${name} = ${text};`;
    if (!text.includes("finite(")) return [assignment];
    return [assignment, `check(Number.isFinite(${name}), ${quote(undefinedFault(model, step))});`];
  });
  const body = [...plan.inputs.flatMap((input) => readInput(input)), ...steps, ...refuse(model, plan)];
  const ends = plan.hasInterval ? "number" : "null";

  return `/**
${[...describeModel(model, level), ...exactLevels(plan)].map((line) => ` * ${comment(line)}`).join("\n")}
 */
export interface Inputs {
${plan.inputs.map((planned) => `  /** ${comment(describeInput(planned.input))} */\n  ${declare(planned)};`).join("\n")}
}

export interface Estimate {
  estimate: number;
  low: ${ends};
  high: ${ends};
  refusal: null;
}

/** No estimate, since a number would mislead. */
export interface Refusal {
  estimate: null;
  low: null;
  high: null;
  refusal: "estimate_not_positive" | "too_far_from_training";
}

/** @throws RangeError if an input is not allowed, naming it and what it must be */
export function predict(inputs: Inputs): Estimate | Refusal {
${body.map((line) => `  ${line}`).join("\n")}
  return { estimate, ${plan.hasInterval ? "low, high" : "low: null, high: null"}, refusal: null };
}

function check(holds: boolean, needed: string): void {
  if (!holds) throw new RangeError(needed);
}

function refuse(refusal: Refusal["refusal"]): Refusal {
  return { estimate: null, low: null, high: null, refusal };
}
${typescriptHelpers(body.join())}`;
}

function declare(planned: PlannedInput): string {
  const { input } = planned;
  return assumedValue(input) === undefined
    ? `${input.name}: ${typeOf(planned)}`
    : `${input.name}?: ${typeOf(planned)} | null`;
}

function typeOf({ input }: PlannedInput): string {
  if (input.kind === "category" && input.other) return "string";
  if (input.kind === "category") return input.levels.map(quote).join(" | ");
  if (input.kind === "boolean") return "boolean | 0 | 1";
  return input.kind === "date" ? "string" : "number";
}

function readInput({ input, name, levels, missing }: PlannedInput): string[] {
  const sent = `inputs.${input.name}`;
  const assumed = assumedValue(input);
  const value = assumed === undefined ? sent : `given_${input.name}`;
  const faults = faultsOfInput(input);
  const lines =
    assumed === undefined
      ? [`check(${value} !== undefined, ${quote(faults.missing)});`]
      : [`const ${value} = ${sent} ?? ${JSON.stringify(assumed)};`];
  if (missing) lines.push(`const ${missing} = ${sent} == null ? 1 : 0;`);
  const check = (condition: string, fault: string) => lines.push(`check(${condition}, ${quote(fault)});`);
  if (input.kind === "boolean") {
    check(`[true, false, 1, 0].includes(${value})`, faults.type);
    lines.push(`const ${name} = Number(${value});`);
  } else if (input.kind === "category") {
    const isIn = (texts: string[]) => `[${texts.map(quote).join(", ")}].includes(${value})`;
    if (!input.other) check(isIn(input.levels), faults.type);
    else check(`typeof ${value} === "string" && ${value}.trim() !== "" && ${value}.length <= 200`, faults.type);
    if (levels?.others === "refused") lines.push(`if (!${isIn(input.levels)}) return refuse("too_far_from_training");`);
    const tests = {
      is: (text: string) => `${value} === ${quote(text)}`,
      isIn,
      isNotIn: (texts: string[]) => `!${isIn(texts)}`,
    };
    for (const [indicator, test] of indicatorTests(levels, tests)) lines.push(`const ${indicator} = ${test} ? 1 : 0;`);
  } else if (input.kind === "date") {
    const { min, max } = dateBounds(input);
    lines.push(`const ${name} = daysOf(${value});`);
    check(`!Number.isNaN(${name})`, faults.type);
    if (faults.bounds) check(`${name} >= ${min} && ${name} <= ${max}`, faults.bounds);
    if (faults.whole) check(`Number.isInteger(${name})`, faults.whole);
  } else {
    const { min, max } = input;
    const bounds = [min !== undefined && `${value} >= ${min}`, max !== undefined && `${value} <= ${max}`].filter(
      Boolean,
    );
    check(`Number.isFinite(${value})`, faults.type);
    if (faults.bounds) check(bounds.join(" && "), faults.bounds);
    if (faults.whole) check(`Number.isSafeInteger(${value})`, faults.whole);
    lines.push(`const ${name} = ${value};`);
  }
  return lines;
}

function refuse({ spec }: Model, { reach, hasInterval }: Plan): string[] {
  const finite = `Number.isFinite(${hasInterval ? "high" : "estimate"})`;
  const tooFar = `if (!(${reach ? `${reach.step} <= ${reach.largest} && ` : ""}${finite})) return refuse("too_far_from_training");`;
  const least = leastOf(spec);
  const below = least && `if (${least.step} ${least.strict ? "<=" : "<"} 0) return refuse("estimate_not_positive");`;
  return [tooFar, ...(below ? [below] : [])];
}
