import { quantile } from "d3-array";
import { formatQuantity, formatValue, inSentence } from "../format";
import { backgroundRows, hasBackground, type Evidence, type SeenRange } from "../evidence";
import { kindOf } from "../inputs/kinds";
import { askForUnit } from "../inputs/unit-slip";
import { codeInWords } from "../inputs/words";
import type { Model } from "../model";
import { rowNames, type RowNames } from "../row-names";
import { Neighbours } from "../neighbours";
import type { Input, Spec } from "../spec";
import { timesTheFarthest } from "./estimate";

export interface Warning {
  code: "outside_training_range" | "seen_once" | "unknown_level" | "unusual_combination" | "estimate_not_positive";
  input?: string;
  detail: string;
}

type Warned = Pick<Model, "spec" | "evidence">;
type FindWarnings = (encoded: ArrayLike<number>, reach: number, estimate: number) => Warning[];

const NONE: FindWarnings = () => [];
/** All that can be known without rows: whether a category has a text that is not listed. */
function withoutRows({ inputs }: Spec): FindWarnings {
  const open = inputs.flatMap((input, index) => (input.kind === "category" && input.other ? [{ input, index }] : []));
  if (open.length === 0) return NONE;
  return (encoded) =>
    open.flatMap(({ input, index }): Warning[] => {
      if (encoded[index] !== input.levels.length) return [];
      const detail = `this ${inSentence(input.label)} is not among those that the model knows; it counts as none of them`;
      return [{ code: "unknown_level", input: input.name, detail }];
    });
}
const compiled = new WeakMap<Evidence | Spec, FindWarnings>();

/**
 * What makes an estimate an extrapolation: an estimate that is not positive where every outcome was, inputs beyond what the training rows hold, a level that one of them alone has,
 * and a combination that is further from the average row, or from the nearest row, than any training row is. No training
 * row but the only one of a level has a warning. Compiled once for each model, as most rows of a table have no warning and must not pay for one.
 *
 * @returns a function of the encoded raw inputs, of the reach of their row and of its estimate in the target's unit; without rows it finds texts that a category does not list, and nothing else
 */
export function warningsOf({ spec, evidence }: Warned): FindWarnings {
  const key = evidence ?? spec;
  let find = compiled.get(key);
  if (!find) compiled.set(key, (find = evidence ? compile(spec, evidence) : withoutRows(spec)));
  return find;
}

function compile(spec: Spec, evidence: Evidence): FindWarnings {
  const { ranges, farthest, apart, outcomes } = evidence;
  const names = rowNames(evidence);
  const neighbours = hasBackground(evidence) ? new Neighbours(spec.inputs, backgroundRows(spec, evidence)) : null;
  // Of a target that must be positive, such an estimate is refused.
  const signed = !spec.target.positive && outcomes.min > 0;
  const { transform } = spec.target;
  const checks = spec.inputs.map((input) =>
    checkOf(input, ranges[input.name]!, { seen: evidence.background.inputs[input.name] ?? [], names }),
  );
  const least = Float64Array.from(checks, ({ least }) => least);
  const most = Float64Array.from(checks, ({ most }) => most);
  return (encoded, reach, estimate) => {
    const warnings: Warning[] = [];
    let once = 0;
    for (let index = 0; index < checks.length; index++) {
      const value = encoded[index]!;
      if (value >= least[index]! && value <= most[index]!) continue;
      if (Number.isNaN(value)) {
        const unlike = neverMissing(spec.inputs[index]!, evidence, names);
        if (unlike) warnings.push(unlike);
        continue;
      }
      const found = checks[index]!.describe(value);
      if (!found) continue;
      warnings.push({ ...found, input: spec.inputs[index]!.name });
      if (found.code === "seen_once") once++;
    }
    // The only row of a level has a reach of 1 by it; what goes beyond that is how unusual the rest is.
    if (reach - once > farthest) warnings.push(farFromAll(reach - once, evidence));
    else if (neighbours && warnings.length === 0 && !neighbours.hasWithin(encoded, apart)) {
      warnings.push(farFromNearest(neighbours.nearest(encoded), evidence));
    }
    if (signed && estimate <= 0) warnings.push(belowZero(spec, estimate, names));
    else if (transform === "log1p" && estimate < 0) warnings.push(impossible(spec, estimate));
    return warnings;
  };
}

function neverMissing({ name, label }: Input, { ranges }: Evidence, names: RowNames): Warning | undefined {
  if (ranges[name]!.missing !== 0) return undefined;
  return { code: "outside_training_range", input: name, detail: `every ${names.row} has ${inSentence(label)}` };
}

function belowZero({ target }: Spec, estimate: number, names: RowNames): Warning {
  const label = inSentence(target.label);
  return {
    code: "estimate_not_positive",
    detail: `the estimate is ${formatQuantity(estimate, target.unit)}, and no ${names.row} has ${label} of 0 or less`,
  };
}

function impossible({ target }: Spec, estimate: number): Warning {
  return {
    code: "estimate_not_positive",
    detail: `the estimate is ${formatQuantity(estimate, target.unit)}, and ${inSentence(target.label)} cannot be less than 0`,
  };
}

function farFromAll(reach: number, evidence: Evidence): Warning {
  const names = rowNames(evidence);
  const times = timesTheFarthest(reach, evidence);
  const measured = times === null ? "slightly more than the furthest" : `${times} times the furthest`;
  return {
    code: "unusual_combination",
    detail: `the combination is further from the average row than any ${names.row}: ${measured}`,
  };
}

function farFromNearest(distance: number, evidence: Evidence): Warning {
  const { apart, rows, background } = evidence;
  const names = rowNames(evidence);
  const kept = background.actual.length;
  const from = kept < rows ? `the ${formatQuantity(kept)} ${names.rows} kept` : `all ${formatQuantity(rows)} ${names.rows}`;
  const times = Number((distance / apart).toPrecision(2));
  const measured = times >= 1.05 ? `${formatQuantity(times)} times as far away` : "slightly further away";
  return {
    code: "unusual_combination",
    detail: `the combination lies between ${from}: the nearest is ${measured} ${times >= 1.05 ? "as" : "than"} any ${names.row} is from the one nearest to it`,
  };
}

function unknownLevel(label: string, rows: number, names: RowNames): Pick<Warning, "code" | "detail"> {
  const others = rows === 0 ? `no ${names.row} has another` : `it is estimated as the rare ones are together, which ${countRows(rows, names)}`;
  return { code: "unknown_level", detail: `this ${label} is not among those that the model knows; ${others}` };
}

const countRows = (rows: number, names: RowNames) => (rows === 1 ? `one ${names.row} has` : `${formatQuantity(rows)} ${names.rows} have`);

/** Encoded values from `least` to `most` need no second look; of others, what is outside, if anything. */
interface Check {
  least: number;
  most: number;
  describe: (value: number) => Pick<Warning, "code" | "detail"> | undefined;
}

function checkOf(input: Input, range: SeenRange, { seen, names }: { seen: number[]; names: RowNames }): Check {
  const label = inSentence(input.label);
  if ("counts" in range) {
    const levels = kindOf(input).levels(input) ?? [];
    const counts = levels.map((level) => range.counts[String(level)] ?? 0);
    const { fewest = 0, rows = 0 } = range.pooled ?? {};
    return {
      least: 0,
      most: counts.every((count) => count > 1) ? levels.length - 1 : -1,
      describe: (value) => {
        if (value >= levels.length) return unknownLevel(label, rows, names);
        const count = counts[value]!;
        // Most rows end here, without a text being made.
        if (count > 1 || (count === 1 && fewest > 1 && rows > 1)) return undefined;
        const level = `${label} ${formatValue(levels[value]!)}`;
        return count === 0
          ? { code: "outside_training_range", detail: `no ${names.row} has ${level}` }
          : { code: "seen_once", detail: `only one ${names.row} has ${level}, and the estimate rests on it` };
      },
    };
  }
  const { min, max } = range;
  // Found at the first warning, and kept: every tenth row of a table may have one.
  let usual: Parameters<typeof askForUnit>[2] | undefined;
  const describe = (value: number, end: string, extreme: number) => {
    usual ??= { min: quantile(seen, 0.01) ?? min, max: quantile(seen, 0.99) ?? max, seen: true };
    const asked = askForUnit(input, value, usual);
    return {
      code: "outside_training_range" as const,
      detail: `${label} is ${codeInWords(input, value)}, and the ${end} in the ${names.data} is ${codeInWords(input, extreme)}${asked ? `; ${asked}` : ""}`,
    };
  };
  return {
    least: min,
    most: max,
    describe: (value) => {
      const [first, last] = input.kind === "date" ? ["first", "last"] : ["smallest", "largest"];
      if (value < min) return describe(value, first!, min);
      return value > max ? describe(value, last!, max) : undefined;
    },
  };
}
