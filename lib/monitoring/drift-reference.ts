import { backgroundRows, isMeasured } from "../model/evidence";
import { estimateRow } from "../model/answer/estimate";
import type { Model } from "../model/model";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { kindOf } from "../model/inputs/kinds";
import { localeOf, type Locale } from "../language/locale";
import type { Input } from "../model/spec";
import { originalOf } from "../model/translate";
import { processState } from "../process-state";
import { compareDeciles, compareLevels, largestShare } from "./feature-tests";
import { NumberSample, scaleOf } from "./number-sample";
import type { FeatureDrift } from "./report";
import { tallyReference, type Tally } from "./tally";
import { REPORT_WORDS } from "./words";

/**
 * A row as drift sees it: raw inputs as numbers in the order of the spec, null where they are not known, and the
 * estimate, null where refused.
 */
export interface DriftRow {
  encoded: ArrayLike<number> | null;
  estimate: number | null;
  /** How many rows it stands for, where only a sample is kept; 1 where it is left out. */
  weight?: number;
}

/** A whole number or a date with more values than this is treated as continuous. */
const FEW_LEVELS = 20;
/** A number with one value in more of the rows than this is compared by shares: its spread is that of the others alone. */
const MOST_OF_ONE_VALUE = 0.5;

/** One input, or the estimate, in the rows that others are compared with: its numbers. */
interface Summary {
  tally: Tally;
  /** The rows as numbers, where values lie close enough to be compared so. */
  numbers: NumberSample | null;
  /** How shares are compared where they are not. */
  compare: typeof compareLevels;
}

/** The same with what it is called. */
export interface ReferenceFeature extends Summary {
  /** The language of the model's description, in which sentences about the feature are written. */
  locale: Locale;
  name: string;
  label: string;
  of: FeatureDrift["of"];
  unit: string | undefined;
  /** Null for the estimate. */
  input: Input | null;
}

const cache = processState("drift-reference", () => new WeakMap<Model, Summary[]>());

/** The background rows of a model, as others are compared with them: no rows where it has no evidence. */
export function referenceOf(model: Model): ReferenceFeature[] {
  const original = originalOf(model);
  const known = cache.get(original) ?? summarise(original, referenceRows(original));
  cache.set(original, known);
  return describe(model, known);
}

/** The background rows with what the model says of each; none of a model without evidence. */
export function referenceRows(model: Model): (DriftRow & { encoded: Float64Array })[] {
  if (!model.evidence) return [];
  return backgroundRows(model.spec, model.evidence).map((encoded) => {
    const { estimate, refusal } = estimateRow(model, encoded, DEFAULT_LEVEL);
    return { encoded, estimate: refusal ? null : estimate };
  });
}

/** Rows as others are compared with them: every input, and the estimate as the last. */
export function makeReference(model: Model, rows: readonly DriftRow[]): ReferenceFeature[] {
  return describe(model, summarise(model, rows));
}

/** The numbers of every input, and of the estimate as the last. */
function summarise({ spec: { inputs } }: Model, rows: readonly DriftRow[]): Summary[] {
  const estimates = Float64Array.from(rows.flatMap(({ estimate }) => (estimate === null ? [] : [estimate])));
  return [
    ...inputs.map((input, index) => {
      const values = Float64Array.from(rows.flatMap(({ encoded }) => given(encoded?.[index])));
      return summariseValues(input, values);
    }),
    summariseValues(null, estimates),
  ];
}

function describe({ spec }: Model, summaries: readonly Summary[]): ReferenceFeature[] {
  const locale = localeOf(spec);
  return summaries.map((summary, index) => {
    const input = spec.inputs[index];
    if (!input) {
      const { name, unit } = spec.target;
      return { ...summary, locale, name, unit, label: REPORT_WORDS[locale].estimate, of: "estimate", input: null };
    }
    const { name, label } = input;
    return { ...summary, locale, name, unit: "unit" in input ? input.unit : undefined, label, of: "input", input };
  });
}

/** A value as a list of it; none where it is missing or not known. */
const given = (value = NaN) => (Number.isNaN(value) ? [] : [value]);

function summariseValues(input: Input | null, values: Float64Array): Summary {
  const tally = tallyReference(values, levelsOf(input));
  const few = tally.knots.length <= FEW_LEVELS;
  const discrete = input !== null && input.kind !== "number" && (!isMeasured(input) || few);
  return {
    tally,
    numbers: discrete || largestShare(tally) > MOST_OF_ONE_VALUE ? null : numbersOf(values),
    compare: discrete || few ? compareLevels : compareDeciles,
  };
}

/** Yes and no, or the levels of a category, encoded: they can turn up though no training row has them. */
function levelsOf(input: Input | null): Iterable<number> {
  const levels = input && kindOf(input).levels(input);
  if (!levels) return [];
  // A text that is not listed has the code behind the last.
  const isOpen = input.kind === "category" && input.other !== undefined;
  return isOpen ? [...levels.keys(), levels.length] : levels.keys();
}

/** Values as numbers on their own scale; nothing where hardly any differ. */
function numbersOf(values: Float64Array): NumberSample | null {
  const scale = values.length === 0 ? null : scaleOf(values);
  if (!scale) return null;
  const numbers = new NumberSample(scale);
  for (const value of values) numbers.add(value);
  return numbers;
}
