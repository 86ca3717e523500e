import { writeExpression, type Syntax } from "../formula/parse";
import type { Model } from "../model/model";
import type { PredictorPlan } from "../model/predictor";
import { describeInput, describeModel } from "./description";
import { faultsOfInput, undefinedFault } from "./faults";
import { exactLevels, indicatorTests } from "./levels";
import { findPerils, planPrediction, type Plan, type PlannedInput } from "./plan";

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
    call: (name, operands) => `Math.${name}(${operands.join(", ")})`,
    power: (base, exponent) => `power(${base}, ${exponent})`,
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
${plan.inputs.map((planned) => `  /** ${comment(describeInput(planned.input))} */\n  ${planned.input.name}: ${typeOf(planned)};`).join("\n")}
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
${helpers(body.join())}`;
}

function typeOf({ input }: PlannedInput): string {
  if (input.kind === "category" && input.other) return "string";
  if (input.kind === "category") return input.levels.map(quote).join(" | ");
  return input.kind === "boolean" ? "boolean | 0 | 1" : "number";
}

function readInput({ input, name, levels }: PlannedInput): string[] {
  const value = `inputs.${input.name}`;
  const faults = faultsOfInput(input);
  const lines = [`check(${value} !== undefined, ${quote(faults.missing)});`];
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
  return [tooFar, ...(spec.target.positive ? [`if (estimate <= 0) return refuse("estimate_not_positive");`] : [])];
}

/** What the arithmetic needs beyond the language: undefined stays undefined, where JavaScript has 1 / Infinity = 0. */
function helpers(body: string): string {
  const finite = `
function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
`;
  const power = `
function power(base: number, exponent: number): number {
  return Number.isNaN(base) ? NaN : base ** exponent;
}
`;
  return (body.includes("finite(") ? finite : "") + (body.includes("power(") ? power : "");
}
