import { formatQuantity, formatValue, inSentence } from "../format";
import type { Evidence, SeenRange } from "../evidence";
import { kindOf } from "../inputs/kinds";
import type { Model } from "../model";
import type { Input, Spec } from "../spec";

export interface Warning {
  code: "outside_training_range" | "unusual_combination";
  input?: string;
  detail: string;
}

type Warned = Pick<Model, "spec" | "evidence">;
type FindWarnings = (encoded: ArrayLike<number>, reach: number) => Warning[];

const NONE: FindWarnings = () => [];
const compiled = new WeakMap<Evidence, FindWarnings>();

/**
 * What makes an estimate an extrapolation: inputs beyond what the training rows hold, and a combination that hardly any
 * of them has. Compiled once for each model, as most rows of a table have no warning and must not pay for one.
 *
 * @returns a function of the encoded raw inputs and of the reach of their row; it finds nothing where there are no rows
 */
export function warningsOf({ spec, evidence }: Warned): FindWarnings {
  if (evidence === null) return NONE;
  let find = compiled.get(evidence);
  if (!find) compiled.set(evidence, (find = compile(spec, evidence)));
  return find;
}

function compile(spec: Spec, { ranges, farthest }: Evidence): FindWarnings {
  const checks = spec.inputs.map((input) => checkOf(input, ranges[input.name]!));
  const least = Float64Array.from(checks, ({ least }) => least);
  const most = Float64Array.from(checks, ({ most }) => most);
  return (encoded, reach) => {
    const warnings: Warning[] = [];
    for (let index = 0; index < checks.length; index++) {
      const value = encoded[index]!;
      if (value >= least[index]! && value <= most[index]!) continue;
      const detail = checks[index]!.describe(value);
      if (detail) warnings.push({ code: "outside_training_range", input: spec.inputs[index]!.name, detail });
    }
    if (reach > farthest) {
      warnings.push({
        code: "unusual_combination",
        detail: "hardly any training row combines values like these, so the estimate leans on extrapolation",
      });
    }
    return warnings;
  };
}

/** Encoded values from `least` to `most` need no second look; of others, what is outside, if anything. */
interface Check {
  least: number;
  most: number;
  describe: (value: number) => string | undefined;
}

function checkOf(input: Input, range: SeenRange): Check {
  const label = inSentence(input.label);
  if ("counts" in range) {
    const levels = kindOf(input).levels(input) ?? [];
    const seen = levels.map((level) => Boolean(range.counts[String(level)]));
    return {
      least: 0,
      most: seen.every(Boolean) ? levels.length - 1 : -1,
      describe: (value) => (seen[value] ? undefined : `no training row has ${label} ${formatValue(levels[value]!)}`),
    };
  }
  const { min, max } = range;
  const unit = "unit" in input ? input.unit : undefined;
  const describe = (value: number, end: string, extreme: number) =>
    `${label} is ${formatQuantity(value, unit)}, and the ${end} in the training data is ${formatQuantity(extreme, unit)}`;
  return {
    least: min,
    most: max,
    describe: (value) => {
      if (value < min) return describe(value, "smallest", min);
      return value > max ? describe(value, "largest", max) : undefined;
    },
  };
}
