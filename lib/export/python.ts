import { writeExpression, type Syntax } from "../formula/parse";
import type { Model } from "../model/model";
import type { PredictorPlan } from "../model/predictor";
import type { Input } from "../model/spec";
import { describeInput, describeModel } from "./description";
import { faultsOfInput, undefinedFault } from "./faults";
import { exactLevels, indicatorTests } from "./levels";
import { findPerils, planPrediction, type Plan, type PlannedInput } from "./plan";

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
  const docstring = [
    ...describeModel(model, level),
    "",
    ...inputs.map(({ input }) => `${parameter(input.name)}: ${describeInput(input)}`),
    ...exactLevels(plan),
    "",
    "Raises ValueError if an input is not allowed, naming it and what it must be.",
  ];
  return `import math as _math
import numbers as _numbers
import typing as _typing


class Prediction(_typing.NamedTuple):
    """Where a number would mislead, refusal says why, and the others are None.${plan.hasInterval ? "" : " low and high are always None: the model has no interval."}"""

    estimate: _typing.Optional[float]
    low: _typing.Optional[float]
    high: _typing.Optional[float]
    refusal: _typing.Optional[str]


def predict(*, ${inputs.map(({ input }) => `${parameter(input.name)}: ${typeOf(input)}`).join(", ")}) -> Prediction:
    """${docstring.map(prose).join("\n    ").replace(/^ +$/gm, "")}
    """
    return _predict(
${inputs.map((input) => `        ${readInput(input)},`).join("\n")}
    )


def _predict(${inputs.map(({ name }) => name).join(", ")}):
${bodyOf(model, plan)
  .map((line) => `    ${line}`)
  .join("\n")}


${HELPERS}`;
}

function typeOf(input: Input): string {
  if (input.kind === "category") return "str";
  return { boolean: "bool", integer: "int", number: "float" }[input.kind];
}

function readInput({ input, levels }: PlannedInput): string {
  const faults = faultsOfInput(input);
  const value = parameter(input.name);
  if (input.kind === "boolean") return `_boolean(${value}, ${quote(faults.type)})`;
  if (input.kind === "category") {
    if (levels?.others !== "not allowed") return `_text(${value}, ${quote(faults.type)})`;
    return `_level(${value}, (${input.levels.map(quote).join(", ")}), ${quote(faults.type)})`;
  }
  const { min = -Infinity, max = Infinity } = input;
  const [low, high] = [min, max].map((bound) =>
    Number.isFinite(bound) ? number(bound) : `${bound > 0 ? "" : "-"}_math.inf`,
  );
  const told = [faults.type, faults.bounds ?? "", faults.whole ?? ""].map(quote).join(", ");
  return `_number(${value}, ${low}, ${high}, ${told})`;
}

const tuple = (texts: string[]) => `(${texts.map((text) => `${quote(text)},`).join(" ")})`;

function bodyOf(model: Model, plan: Plan): string[] {
  const isPerilous = findPerils(plan);
  const builtIn = new Set(["abs", "min", "max"]);
  const formula: Syntax = {
    number,
    name: (name) => name,
    call: (name, operands) => `${builtIn.has(name) ? "" : "_math."}${name}(${operands.join(", ")})`,
    power: (base, exponent) => `_math.pow(${base}, ${exponent})`,
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
    ...(model.spec.target.positive
      ? ["if estimate <= 0.0:", '    return Prediction(None, None, None, "estimate_not_positive")']
      : []),
    `return Prediction(estimate, ${plan.hasInterval ? "low, high" : "None, None"}, None)`,
  ];
}

const HELPERS = `def _number(value, low, high, type_fault, bounds_fault, whole_fault):
    if isinstance(value, bool) or not isinstance(value, _numbers.Real) or not _math.isfinite(value):
        raise ValueError(type_fault)
    if not low <= value <= high:
        raise ValueError(bounds_fault)
    if whole_fault and (value != _math.floor(value) or abs(value) > 2**53 - 1):
        raise ValueError(whole_fault)
    return float(value)


def _boolean(value, fault):
    if not isinstance(value, (bool, _numbers.Real)) or value not in (0, 1):
        raise ValueError(fault)
    return float(value)


def _level(value, levels, fault):
    if value not in levels:
        raise ValueError(fault)
    return value


def _text(value, fault):
    if not isinstance(value, str) or not value.strip() or len(value) > 200:
        raise ValueError(fault)
    return value


def _finite(value):
    if not _math.isfinite(value):
        raise ArithmeticError
    return value


def _exp(value):
    try:
        return _math.exp(value)
    except OverflowError:
        return _math.inf
`;
