import { adjustForTests, rejectionLevel } from "../math/benjamini-hochberg";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import { CLEARS, FIRES, strongestStep } from "./alert-levels";
import { cutByQuantiles, type Bin } from "./bins";
import { labelBin } from "./bin-label";
import type { DriftRow, ReferenceFeature } from "./drift-reference";
import { featureInWords, nothingToCompare } from "./drift-words";
import { compareNumbers, wassersteinDistance, type FeatureTest } from "./feature-tests";
import { NumberSample } from "./number-sample";
import type { AlertStep, Drift, DriftTest, DriftVerdict, FeatureDrift } from "./report";
import { Tally } from "./tally";
import { stabilityIndex } from "./two-sample";
import type { ValueCounts } from "./value-counts";
import { REPORT_WORDS } from "./words";

/** What all tests of one look together may owe to chance. */
const SIGNIFICANCE = 0.05;

/** One input, or the estimate, in both samples. */
interface Feature {
  about: ReferenceFeature;
  reference: Tally;
  current: Tally;
  numbers: { reference: NumberSample; current: NumberSample } | null;
}

/**
 * Compares rows as they arrive with those of the training: every input and the estimate. Memory does not grow with
 * the rows that are added.
 */
export class DriftWatch {
  private readonly features: Feature[];

  /** @param reference the rows to compare with, as `referenceOf` or `makeReference` gives them */
  constructor(reference: readonly ReferenceFeature[]) {
    this.features = reference.map((about) => ({
      about,
      reference: about.tally,
      current: new Tally(about.tally.knots),
      numbers: about.numbers && { reference: about.numbers, current: new NumberSample(about.numbers.scale) },
    }));
  }

  add({ encoded, estimate, weight = 1 }: DriftRow): void {
    const last = this.features.length - 1;
    for (let index = 0; encoded && index < last; index++) {
      if (!Number.isNaN(encoded[index]!)) addTo(this.features[index]!, encoded[index]!, weight);
    }
    if (estimate !== null) addTo(this.features[last]!, estimate, weight);
  }

  /** Add values of one feature that are counted already; the estimate is the last feature. */
  addCounted(feature: number, counts: ValueCounts): void {
    for (const { value, weight, squares } of counts.points()) addTo(this.features[feature]!, value, weight, squares);
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
        "no drift": REPORT_WORDS[this.features[0]!.about.locale].noDrift,
        "too few to tell": features[0]!.detail,
      }[verdict],
      alert: unknown ? null : strongestStep(features.flatMap(({ tests }) => tests.map(stepOf))),
      fewest: FEWEST_ROWS_TO_JUDGE,
      significance: SIGNIFICANCE,
      features,
    };
  }
}

/** What an alert does with a test: it stays open while there may be half of the smallest difference that matters. */
function stepOf({ adjustedP, matters, size, smallest }: DriftTest): AlertStep {
  if (adjustedP <= FIRES && matters) return "fire";
  return adjustedP < CLEARS && Math.abs(size) >= smallest / 2 ? "keep" : "clear";
}

function addTo({ current, numbers }: Feature, value: number, weight: number, squares?: number): void {
  current.add(value, weight, squares);
  numbers?.current.add(value, weight, squares);
}

function compare(feature: Feature): { feature: Feature; bins: Bin[]; tests: FeatureTest[] } {
  const { about, reference, current, numbers } = feature;
  if (Math.min(reference.n, current.n) < FEWEST_ROWS_TO_JUDGE) return { feature, bins: [], tests: [] };
  if (numbers) {
    return {
      feature,
      bins: cutByQuantiles(reference, current),
      tests: compareNumbers(numbers.reference, numbers.current),
    };
  }
  return { feature, ...about.compare(reference, current) };
}

function describeFeature(feature: Feature, bins: Bin[], tests: DriftTest[]): FeatureDrift {
  const { about, reference, current, numbers } = feature;
  const { name, label, of } = about;
  const shares = bins.map((bin) => ({
    label: labelBin(about.locale, bin, reference.knots, about.input, about.unit),
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
    detail:
      verdict === "too few to tell"
        ? nothingToCompare(about.locale, label, reference.n, current.n)
        : featureInWords(about.locale, label, proven, shares),
    rows: Math.round(current.n),
    referenceRows: reference.n,
    tests,
    stabilityIndex: bins.length > 1 ? stabilityIndex(bins) : null,
    wasserstein: numbers && tests.length > 0 ? wassersteinDistance(numbers.reference, numbers.current) : null,
    bins: shares,
  };
}
