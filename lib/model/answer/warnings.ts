import { quantile } from "d3-array";
import { formatQuantity, formatValue, inSentence } from "../format";
import { backgroundRows, type Evidence, type SeenRange } from "../evidence";
import { kindOf } from "../inputs/kinds";
import { askForUnit } from "../inputs/unit-slip";
import type { Model } from "../model";
import { Neighbours } from "../neighbours";
import type { Input, Spec } from "../spec";
import { timesTheFarthest } from "./estimate";

export interface Warning {
  code: "outside_training_range" | "seen_once" | "unusual_combination" | "estimate_not_positive";
  input?: string;
  detail: string;
}

type Warned = Pick<Model, "spec" | "evidence">;
type FindWarnings = (encoded: ArrayLike<number>, reach: number, estimate: number) => Warning[];

const NONE: FindWarnings = () => [];
const compiled = new WeakMap<Evidence, FindWarnings>();

/**
 * What makes an estimate an extrapolation: an estimate that is not positive where every outcome was, inputs beyond what the training rows hold, a level that one of them alone has,
 * and a combination that is further from the average row, or from the nearest row, than any training row is. No training
 * row but the only one of a level has a warning. Compiled once for each model, as most rows of a table have no warning and must not pay for one.
 *
 * @returns a function of the encoded raw inputs, of the reach of their row and of its estimate in the target's unit; it finds nothing where there are no rows
 */
export function warningsOf({ spec, evidence }: Warned): FindWarnings {
  if (evidence === null) return NONE;
  let find = compiled.get(evidence);
  if (!find) compiled.set(evidence, (find = compile(spec, evidence)));
  return find;
}

function compile(spec: Spec, evidence: Evidence): FindWarnings {
  const { ranges, farthest, apart, outcomes } = evidence;
  const neighbours = new Neighbours(spec.inputs, backgroundRows(spec, evidence));
  // Of a target that must be positive, such an estimate is refused.
  const signed = !spec.target.positive && outcomes.min > 0;
  const checks = spec.inputs.map((input) =>
    checkOf(input, ranges[input.name]!, evidence.background.inputs[input.name] ?? []),
  );
  const least = Float64Array.from(checks, ({ least }) => least);
  const most = Float64Array.from(checks, ({ most }) => most);
  return (encoded, reach, estimate) => {
    const warnings: Warning[] = [];
    let once = 0;
    for (let index = 0; index < checks.length; index++) {
      const value = encoded[index]!;
      if (value >= least[index]! && value <= most[index]!) continue;
      const found = checks[index]!.describe(value);
      if (!found) continue;
      warnings.push({ ...found, input: spec.inputs[index]!.name });
      if (found.code === "seen_once") once++;
    }
    // The only row of a level has a reach of 1 by it; what goes beyond that is how unusual the rest is.
    if (reach - once > farthest) warnings.push(farFromAll(reach - once, evidence));
    else if (warnings.length === 0 && !neighbours.hasWithin(encoded, apart)) {
      warnings.push(farFromNearest(neighbours.nearest(encoded), evidence));
    }
    if (signed && estimate <= 0) warnings.push(belowZero(spec, estimate));
    return warnings;
  };
}

function belowZero({ target }: Spec, estimate: number): Warning {
  const label = inSentence(target.label);
  return {
    code: "estimate_not_positive",
    detail: `the estimate is ${formatQuantity(estimate, target.unit)}, and no training row has ${label} of 0 or less`,
  };
}

function farFromAll(reach: number, evidence: Evidence): Warning {
  const times = timesTheFarthest(reach, evidence);
  const measured = times === null ? "slightly more than the furthest" : `${times} times the furthest`;
  return {
    code: "unusual_combination",
    detail: `the combination is further from the average row than any training row: ${measured}`,
  };
}

function farFromNearest(distance: number, { apart, rows, background }: Evidence): Warning {
  const kept = background.actual.length;
  const from = kept < rows ? `the ${formatQuantity(kept)} training rows kept` : `all ${formatQuantity(rows)} training rows`;
  const times = Number((distance / apart).toPrecision(2));
  const measured = times >= 1.05 ? `${formatQuantity(times)} times as far away` : "slightly further away";
  return {
    code: "unusual_combination",
    detail: `the combination lies between ${from}: the nearest is ${measured} ${times >= 1.05 ? "as" : "than"} any training row is from the one nearest to it`,
  };
}

/** Encoded values from `least` to `most` need no second look; of others, what is outside, if anything. */
interface Check {
  least: number;
  most: number;
  describe: (value: number) => Pick<Warning, "code" | "detail"> | undefined;
}

function checkOf(input: Input, range: SeenRange, seen: number[]): Check {
  const label = inSentence(input.label);
  if ("counts" in range) {
    const levels = kindOf(input).levels(input) ?? [];
    const counts = levels.map((level) => range.counts[String(level)] ?? 0);
    return {
      least: 0,
      most: counts.every((count) => count > 1) ? levels.length - 1 : -1,
      describe: (value) => {
        const [count, level] = [counts[value]!, `${label} ${formatValue(levels[value]!)}`];
        if (count > 1) return undefined;
        return count === 0
          ? { code: "outside_training_range", detail: `no training row has ${level}` }
          : { code: "seen_once", detail: `only one training row has ${level}, and the estimate rests on it` };
      },
    };
  }
  const { min, max } = range;
  const unit = "unit" in input ? input.unit : undefined;
  const describe = (value: number, end: string, extreme: number) => {
    const usual = { min: quantile(seen, 0.01) ?? min, max: quantile(seen, 0.99) ?? max, seen: true };
    const asked = askForUnit(input, value, usual);
    return {
      code: "outside_training_range" as const,
      detail: `${label} is ${formatQuantity(value, unit)}, and the ${end} in the training data is ${formatQuantity(extreme, unit)}${asked ? `; ${asked}` : ""}`,
    };
  };
  return {
    least: min,
    most: max,
    describe: (value) => {
      if (value < min) return describe(value, "smallest", min);
      return value > max ? describe(value, "largest", max) : undefined;
    },
  };
}
