import { isDatePart } from "../formula/expression";
import { writeExpression, type Syntax } from "../formula/parse";
import { assumedValue, kindOf } from "../model/inputs/kinds";
import type { GivenValue } from "../model/inputs/value";
import type { Model } from "../model/model";
import type { PredictorPlan } from "../model/predictor";
import type { Input } from "../model/spec";
import { describeInput, describeModel } from "./description";
import { faultsOfInput, undefinedFault } from "./faults";
import { exactLevels, indicatorTests } from "./levels";
import { DATE_HELPERS, HELPERS } from "./python-helpers";
import { findPerils, leastOf, planPrediction, type Plan, type PlannedInput } from "./plan";

/** A string of JSON is one of Python too; a character beyond its 16-bit escapes stands as it is. */
const quote = (text: string) => JSON.stringify(text);
const number = (value: number) => (Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value));
/** Without what would end a docstring or begin an escape. */
const prose = (text: string) => text.replace(/\s+/g, " ").replace(/[\\"]/g, "\\$&");

const KEYWORDS = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);
/** A parameter cannot be called like a keyword; by custom it then has an underscore after it. */
const parameter = (name: string) => (KEYWORDS.has(name) ? `${name}_` : name);

/**
 * Write a model as a Python module without dependencies: `predict`, which takes the inputs by name. The arithmetic is in
 * a function of its own, whose names no input can be called by.
 */
export function writePython(model: Model, planned: PredictorPlan, level: number): string {
  const plan = planPrediction(model, planned, level);
  const { inputs } = plan;
  const { spec } = model;
  const docstring = [
    ...describeModel(model, level),
    "",
    ...inputs.map(({ input }) => `${parameter(input.name)}: ${describeInput(input)}`),
    ...exactLevels(plan),
    "",
    "Raises ValueError if an input is not allowed, naming it and what it must be.",
  ];
  const hasDates = spec.inputs.some(({ kind }) => kind === "date");
  return `${hasDates ? "import datetime as _datetime\n" : ""}import math as _math
import numbers as _numbers
${hasDates ? "import re as _re\n" : ""}import typing as _typing


class Prediction(_typing.NamedTuple):
    """Where a number would mislead, refusal says why, and the others are None.${plan.hasInterval ? "" : " low and high are always None: the model has no interval."}"""

    estimate: _typing.Optional[float]
    low: _typing.Optional[float]
    high: _typing.Optional[float]
    refusal: _typing.Optional[str]


def predict(*, ${inputs.map(({ input }) => declare(input)).join(", ")}) -> Prediction:
    """${docstring.map(prose).join("\n    ").replace(/^ +$/gm, "")}
    """
    return _predict(
${inputs
  .flatMap((planned) => [
    readInput(planned),
    ...(planned.missing ? [`1.0 if ${parameter(planned.input.name)} is None else 0.0`] : []),
  ])
  .map((read) => `        ${read},`)
  .join("\n")}
    )


def _predict(${inputs.flatMap(({ name, missing }) => [name, ...(missing ? [missing] : [])]).join(", ")}):
${bodyOf(model, plan)
  .map((line) => `    ${line}`)
  .join("\n")}


${HELPERS}${hasDates ? DATE_HELPERS : ""}`;
}

function declare(input: Input): string {
  const name = parameter(input.name);
  return assumedValue(input) === undefined
    ? `${name}: ${typeOf(input)}`
    : `${name}: _typing.Optional[${typeOf(input)}] = None`;
}

/** A value as a literal. */
function literal(value: GivenValue): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? number(value) : quote(value);
}

function typeOf(input: Input): string {
  if (input.kind === "category") return "str";
  if (input.kind === "date") return "_typing.Union[str, _datetime.date]";
  return { boolean: "bool", integer: "int", number: "float" }[input.kind];
}

function readInput({ input, levels }: PlannedInput): string {
  const faults = faultsOfInput(input);
  const name = parameter(input.name);
  const assumed = assumedValue(input);
  const value = assumed === undefined ? name : `${literal(assumed)} if ${name} is None else ${name}`;
  if (input.kind === "boolean") return `_boolean(${value}, ${quote(faults.type)})`;
  if (input.kind === "category") {
    if (levels?.others !== "not allowed") return `_text(${value}, ${quote(faults.type)})`;
    return `_level(${value}, (${input.levels.map(quote).join(", ")}), ${quote(faults.type)})`;
  }
  const { min, max } = kindOf(input).cell(input);
  const [low, high] = [min, max].map((bound) =>
    Number.isFinite(bound) ? number(bound) : `${bound > 0 ? "" : "-"}_math.inf`,
  );
  const faultTexts = [faults.type, faults.bounds ?? "", faults.whole ?? ""].map(quote).join(", ");
  return `${input.kind === "date" ? "_days" : "_number"}(${value}, ${low}, ${high}, ${faultTexts})`;
}

const tuple = (texts: string[]) => `(${texts.map((text) => `${quote(text)},`).join(" ")})`;

function bodyOf(model: Model, plan: Plan): string[] {
  const isPerilous = findPerils(plan);
  const least = leastOf(model.spec);
  const builtIn = new Set(["abs", "min", "max"]);
  const formula: Syntax = {
    number,
    name: (name) => name,
    call(name, operands) {
      if (name === "days") return `(${operands.join(" - ")})`;
      if (name === "missing") return `float(_math.isnan(${operands.join()}))`;
      const prefix = builtIn.has(name) ? "" : isDatePart(name) ? "_" : "_math.";
      return `${prefix}${name}(${operands.join(", ")})`;
    },
    power: (base, exponent) => `_math.pow(${base}, ${exponent})`,
    compare: (operator, left, right) => `float(${left} ${operator} ${right})`,
    wrap: (operation, text) => (isPerilous(operation) ? `_finite(${text})` : text),
  };
  const own: Syntax = {
    ...formula,
    call: (name, operands) => (name === "exp" ? `_exp(${operands.join()})` : formula.call(name, operands)),
    wrap: undefined,
  };
  const indicators = plan.inputs.flatMap(({ name, levels }) => [
    ...(levels?.others === "refused"
      ? [
          `if ${name} not in ${tuple(levels.groups.flatMap((group) => group.levels))}:`,
          '    return Prediction(None, None, None, "too_far_from_training")',
        ]
      : []),
    ...indicatorTests(levels, {
      is: (text) => `${name} == ${quote(text)}`,
      isIn: (texts) => `${name} in ${tuple(texts)}`,
      isNotIn: (texts) => `${name} not in ${tuple(texts)}`,
    }).map(([indicator, test]) => `${indicator} = 1.0 if ${test} else 0.0`),
  ]);
  const steps = plan.steps.flatMap((step) => {
    const { name, expression, label } = step;
    const assignment = `${name} = ${writeExpression(expression, label === undefined ? own : formula)}`;
    if (!assignment.includes("_finite(")) return [assignment];
    return [
      "try:",
      `    ${assignment}`,
      "except (ArithmeticError, ValueError):",
      `    raise ValueError(${quote(undefinedFault(model, step))}) from None`,
    ];
  });
  return [
    ...indicators,
    ...steps,
    `if not (${plan.reach ? `${plan.reach.step} <= ${plan.reach.largest} and ` : ""}_math.isfinite(${plan.hasInterval ? "high" : "estimate"})):`,
    '    return Prediction(None, None, None, "too_far_from_training")',
    ...(least
      ? [
          `if ${least.step} ${least.strict ? "<=" : "<"} 0.0:`,
          '    return Prediction(None, None, None, "estimate_not_positive")',
        ]
      : []),
    `return Prediction(estimate, ${plan.hasInterval ? "low, high" : "None, None"}, None)`,
  ];
}
