import { adjustForTests, rejectionLevel } from "../math/benjamini-hochberg";
import { backgroundRows, FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import { estimateRow } from "../model/answer/estimate";
import type { Model } from "../model/model";
import { DEFAULT_LEVEL } from "../model/answer/predict";
import { kindOf } from "../model/inputs/kinds";
import type { Input } from "../model/spec";
import { CLEARS, FIRES, strongestStep } from "./alert-levels";
import { cutByQuantiles, type Bin } from "./bins";
import { labelBin } from "./bin-label";
import { featureInWords, nothingToCompare, type ComparedFeature } from "./drift-words";
import { compareDeciles, compareLevels, compareNumbers, largestShare, wassersteinDistance } from "./feature-tests";
import type { FeatureTest } from "./feature-tests";
import { NumberSample, scaleOf } from "./number-sample";
import type { AlertStep, Drift, DriftTest, DriftVerdict, FeatureDrift } from "./report";
import { Tally, tallyReference } from "./tally";
import { stabilityIndex } from "./two-sample";

/**
 * A row as drift sees it: raw inputs as numbers in the order of the spec, null where they are not known, and the
 * estimate, null where refused.
 */
export interface DriftRow {
  encoded: ArrayLike<number> | null;
  estimate: number | null;
  /** How many rows it stands for, where only a sample is kept; 1 unless told. */
  weight?: number;
}

/** What all tests of one look together may owe to chance. */
const SIGNIFICANCE = 0.05;
/** A whole number with more values than this is treated as continuous. */
const FEW_LEVELS = 20;
/** A number with one value in more of the rows than this is compared by shares: its spread is that of the others alone. */
const MOST_OF_ONE_VALUE = 0.5;

/** One input, or the estimate, in both samples. */
interface Feature extends ComparedFeature {
  of: FeatureDrift["of"];
  unit: string | undefined;
  input: Input | null;
  reference: Tally;
  current: Tally;
  /** Both samples as numbers, where values lie close enough to be compared so. */
  numbers: { reference: NumberSample; current: NumberSample } | null;
  /** How shares are compared where they are not. */
  compare: typeof compareLevels;
}

/** The background rows with what the model says of each; none of a model without evidence. */
export function referenceRows(model: Model): (DriftRow & { encoded: Float64Array })[] {
  if (!model.evidence) return [];
  return backgroundRows(model.spec, model.evidence).map((encoded) => {
    const { estimate, refusal } = estimateRow(model, encoded, DEFAULT_LEVEL);
    return { encoded, estimate: refusal ? null : estimate };
  });
}

/**
 * Compares rows as they arrive with those of the training: every input and the estimate. Memory does not grow with
 * the rows that are added.
 */
export class DriftWatch {
  private readonly features: Feature[];

  /** @param reference the rows to compare with, the background rows by default */
  constructor(model: Model, reference: readonly DriftRow[] = referenceRows(model)) {
    const { inputs, target } = model.spec;
    const feature = (input: Input | null, values: Float64Array): Feature => {
      const tally = tallyReference(values, levelsOf(input));
      const few = tally.knots.length <= FEW_LEVELS;
      const discrete = input !== null && input.kind !== "number" && (input.kind !== "integer" || few);
      const { name, label } = input ?? { name: target.name, label: "Estimate" };
      return {
        ...{ name, label, input },
        of: input ? "input" : "estimate",
        unit: input ? ("unit" in input ? input.unit : undefined) : target.unit,
        reference: tally,
        current: new Tally(tally.knots),
        numbers: discrete || largestShare(tally) > MOST_OF_ONE_VALUE ? null : numbersOf(values),
        compare: discrete || few ? compareLevels : compareDeciles,
      };
    };
    this.features = [
      ...inputs.map((input, index) =>
        feature(input, Float64Array.from(reference.flatMap(({ encoded }) => (encoded ? [encoded[index]!] : [])))),
      ),
      feature(null, Float64Array.from(reference.flatMap(({ estimate }) => (estimate === null ? [] : [estimate])))),
    ];
  }

  add({ encoded, estimate, weight = 1 }: DriftRow): void {
    const last = this.features.length - 1;
    if (encoded) for (let index = 0; index < last; index++) addTo(this.features[index]!, encoded[index]!, weight);
    if (estimate !== null) addTo(this.features[last]!, estimate, weight);
  }

  /** What the rows so far say. */
  report(): Drift {
    const compared = this.features.map((feature) => compare({ ...feature, current: feature.current.effective() }));
    const adjusted = adjustForTests(compared.flatMap(({ tests }) => tests.map(({ test }) => test.p)));
    const level = rejectionLevel(adjusted, SIGNIFICANCE);
    let position = 0;
    const features = compared.map(({ feature, bins, tests }) =>
      describeFeature(
        feature,
        bins,
        tests.map(({ test, ...found }) => ({
          ...found,
          statistic: test.statistic,
          threshold: test.threshold(level),
          degreesOfFreedom: test.degreesOfFreedom,
          p: test.p,
          adjustedP: adjusted[position++]!,
        })),
      ),
    );
    const drifted = features.filter(({ verdict }) => verdict === "drift");
    const unknown = features.every(({ verdict }) => verdict === "too few to tell");
    const verdict: DriftVerdict = drifted.length > 0 ? "drift" : unknown ? "too few to tell" : "no drift";
    return {
      verdict,
      detail: {
        drift: drifted.map(({ detail }) => detail).join("; "),
        "no drift": "nothing differs from training by more than chance makes and by enough to matter",
        "too few to tell": features[0]!.detail,
      }[verdict],
      alert: unknown ? null : strongestStep(features.flatMap(({ tests }) => tests.map(stepOf))),
      fewest: FEWEST_ROWS_TO_JUDGE,
      significance: SIGNIFICANCE,
      features,
    };
  }
}

/** What an alert does with a test: it stands for as long as there may be half of the smallest difference that matters. */
function stepOf({ adjustedP, matters, size, smallest }: DriftTest): AlertStep {
  if (adjustedP <= FIRES && matters) return "fire";
  return adjustedP < CLEARS && Math.abs(size) >= smallest / 2 ? "keep" : "clear";
}

/** Yes and no, or the levels of a category, encoded: they can turn up though no training row has them. */
function levelsOf(input: Input | null): Iterable<number> {
  return (input && kindOf(input).levels(input)?.keys()) ?? [];
}

/** A reference as numbers, and what is to be compared with it; nothing where hardly any of it differ. */
function numbersOf(values: Float64Array): Feature["numbers"] {
  const scale = values.length === 0 ? null : scaleOf(values);
  if (!scale) return null;
  const reference = new NumberSample(scale);
  for (const value of values) reference.add(value);
  return { reference, current: new NumberSample(scale) };
}

function addTo({ current, numbers }: Feature, value: number, weight: number): void {
  current.add(value, weight);
  numbers?.current.add(value, weight);
}

function compare(feature: Feature): { feature: Feature; bins: Bin[]; tests: FeatureTest[] } {
  const { reference, current, numbers } = feature;
  if (Math.min(reference.n, current.n) < FEWEST_ROWS_TO_JUDGE) return { feature, bins: [], tests: [] };
  if (numbers) {
    return {
      feature,
      bins: cutByQuantiles(reference, current),
      tests: compareNumbers(numbers.reference, numbers.current),
    };
  }
  return { feature, ...feature.compare(reference, current) };
}

function describeFeature(feature: Feature, bins: Bin[], tests: DriftTest[]): FeatureDrift {
  const { name, label, of, reference, current, numbers } = feature;
  const shares = bins.map((bin) => ({
    label: labelBin(bin, feature.reference.knots, feature.input, feature.unit),
    reference: bin.reference / reference.n,
    current: bin.current / current.n,
  }));
  const proven = tests.filter(({ adjustedP }) => adjustedP <= SIGNIFICANCE);
  const found = proven.filter(({ matters }) => matters);
  const verdict: DriftVerdict = tests.length === 0 ? "too few to tell" : found.length > 0 ? "drift" : "no drift";
  return {
    name,
    label,
    of,
    verdict,
    detail: verdict === "too few to tell" ? nothingToCompare(feature) : featureInWords(feature, proven, shares),
    rows: Math.round(current.n),
    referenceRows: reference.n,
    tests,
    stabilityIndex: bins.length > 1 ? stabilityIndex(bins) : null,
    wasserstein: numbers && tests.length > 0 ? wassersteinDistance(numbers.reference, numbers.current) : null,
    bins: shares,
  };
}
