import { adjustForTests, rejectionLevel } from "../math/benjamini-hochberg";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import { backgroundRows } from "../model/evidence";
import { estimateRow } from "../model/answer/estimate";
import { formatQuantity, formatShare, inSentence } from "../model/format";
import type { Model } from "../model/model";
import { DEFAULT_LEVEL } from "../model/answer/predict";
import { kindOf } from "../model/inputs/kinds";
import type { Input } from "../model/spec";
import { cutByLevels, cutByQuantiles, type Bin } from "./bins";
import { labelBin } from "./bin-label";
import type { Drift, DriftVerdict, FeatureDrift } from "./report";
import { Tally, tallyReference } from "./tally";
import { chiSquaredTest, kolmogorovSmirnovTest, stabilityIndex, type TwoSampleTest } from "./two-sample";

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

/**
 * What all tests together may owe to chance. The distributions that they are held against are limits for many rows,
 * so this is half of the 5 % that are to be kept in truth.
 */
const SIGNIFICANCE = 0.025;
/**
 * A stability index below this is a trifle however many rows prove it: about a fifth of a standard deviation. It is
 * half of where Siddiqi (2006), "Credit Risk Scorecards", begins to see any shift.
 */
const SMALLEST_SHIFT = 0.05;
/** A whole number with more values than this is treated as continuous. */
const FEW_LEVELS = 20;

type TestName = FeatureDrift["tests"][number]["name"];
interface Tested {
  name: TestName;
  test: TwoSampleTest;
}

/** One input, or the estimate, in both samples. */
interface Feature {
  name: string;
  label: string;
  of: FeatureDrift["of"];
  unit: string | undefined;
  input: Input | null;
  reference: Tally;
  current: Tally;
  discrete: boolean;
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
  constructor(model: Model, reference: readonly (DriftRow & { encoded: ArrayLike<number> })[] = referenceRows(model)) {
    const { inputs, target } = model.spec;
    const feature = (input: Input | null, values: Float64Array): Feature => {
      const tally = tallyReference(values, levelsOf(input));
      const { name, label } = input ?? { name: target.name, label: "Estimate" };
      return {
        name,
        label,
        of: input ? "input" : "estimate",
        unit: input ? ("unit" in input ? input.unit : undefined) : target.unit,
        input,
        reference: tally,
        current: new Tally(tally.knots),
        discrete:
          input !== null && input.kind !== "number" && (input.kind !== "integer" || tally.knots.length <= FEW_LEVELS),
      };
    };
    this.features = [
      ...inputs.map((input, index) =>
        feature(
          input,
          Float64Array.from(reference, ({ encoded }) => encoded[index]!),
        ),
      ),
      feature(null, Float64Array.from(reference.flatMap(({ estimate }) => (estimate === null ? [] : [estimate])))),
    ];
  }

  add({ encoded, estimate, weight = 1 }: DriftRow): void {
    const last = this.features.length - 1;
    if (encoded) for (let index = 0; index < last; index++) this.features[index]!.current.add(encoded[index]!, weight);
    if (estimate !== null) this.features[last]!.current.add(estimate, weight);
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
        tests.map(({ name, test }) => ({
          name,
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
        drift: `${drifted.map(({ label }) => inSentence(label)).join(", ")} ${drifted.length === 1 ? "is" : "are"} not as in training`,
        "no drift": "nothing differs from training by more than chance makes, or by enough to matter",
        "too few to tell": features[0]!.detail,
      }[verdict],
      fewest: FEWEST_ROWS_TO_JUDGE,
      significance: SIGNIFICANCE,
      features,
    };
  }
}

/** Yes and no, or the levels of a category, encoded: they can turn up though no training row has them. */
function levelsOf(input: Input | null): Iterable<number> {
  return (input && kindOf(input).levels(input)?.keys()) ?? [];
}

function compare(feature: Feature): { feature: Feature; bins: Bin[]; tests: Tested[] } {
  const { reference, current, discrete } = feature;
  if (Math.min(reference.n, current.n) < FEWEST_ROWS_TO_JUDGE) return { feature, bins: [], tests: [] };
  const bins = (discrete ? cutByLevels : cutByQuantiles)(reference, current);
  const tests: Tested[] = discrete
    ? []
    : [{ name: "Kolmogorov–Smirnov", test: kolmogorovSmirnovTest(reference, current) }];
  if (bins.length > 1) {
    if (discrete) tests.push({ name: "χ²", test: chiSquaredTest(bins) });
    tests.push({ name: "stability index", test: stabilityIndex(bins) });
  }
  return { feature, bins, tests };
}

function describeFeature(feature: Feature, bins: Bin[], tests: FeatureDrift["tests"]): FeatureDrift {
  const { name, label, of, reference, current } = feature;
  const shares = bins.map((bin) => ({
    label: labelBin(bin, feature.reference.knots, feature.input, feature.unit),
    reference: bin.reference / reference.n,
    current: bin.current / current.n,
  }));
  const shift = tests.find((test) => test.name === "stability index")?.statistic ?? Infinity;
  const proven = tests.some(({ adjustedP }) => adjustedP <= SIGNIFICANCE);
  const verdict: DriftVerdict =
    tests.length === 0 ? "too few to tell" : proven && shift >= SMALLEST_SHIFT ? "drift" : "no drift";
  return {
    name,
    label,
    of,
    verdict,
    detail: detailOf(feature, verdict, proven, shares),
    rows: Math.round(current.n),
    referenceRows: reference.n,
    tests,
    bins: shares,
  };
}

function detailOf(
  { label, reference, current }: Feature,
  verdict: DriftVerdict,
  proven: boolean,
  bins: FeatureDrift["bins"],
): string {
  const subject = inSentence(label);
  if (reference.n === 0) return "no rows came with this model, so there is nothing to compare with";
  if (verdict === "too few to tell") {
    const [rows, of] =
      reference.n < FEWEST_ROWS_TO_JUDGE
        ? [reference.n, "training rows"]
        : [Math.floor(current.n), "rows in this window"];
    return rows < FEWEST_ROWS_TO_JUDGE
      ? `there are ${formatQuantity(rows)} ${of}, and fewer than ${FEWEST_ROWS_TO_JUDGE} say more about chance than about ${subject}`
      : `nearly all rows have the same ${subject}, and the others are too few to compare`;
  }
  if (verdict === "no drift") {
    return proven
      ? `${subject} differs from training, but by too little to matter`
      : `${subject} differs from training by no more than chance makes`;
  }
  const most = bins.reduce((a, b) => (Math.abs(b.current - b.reference) > Math.abs(a.current - a.reference) ? b : a));
  return `${subject} is ${most.label} in ${formatShare(most.current)} of rows, where training had ${formatShare(most.reference)}`;
}
