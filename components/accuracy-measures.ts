import { errorMeasures, MEASURES } from "@/lib/judging/measures";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/confidence";
import type { Accuracy, Evidence } from "@/lib/model/evidence";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Listed } from "@/lib/registry/outline";
import type { Spec } from "@/lib/model/spec";
import type { Tolerance } from "@/lib/model/spec-shape";

type Errors = Accuracy["baseline"];

export interface AccuracyMeasure {
  name: string;
  of: (errors: Errors) => number;
  better: "less" | "more";
  /** A share in per cent; what is in the unit of the target, rounded to the step. */
  write: (value: number, unit: string | undefined, step: number) => string;
}

const SHARES: AccuracyMeasure[] = [
  // They are there wherever a tolerance is relative.
  { name: "Half of them off by at most", of: ({ mdape }) => mdape ?? NaN, better: "less", write: formatShare },
  { name: "Off by at most 5%", of: ({ within5 }) => within5 ?? NaN, better: "more", write: formatShare },
  { name: "Off by at most 10%", of: ({ within10 }) => within10 ?? NaN, better: "more", write: formatShare },
  { name: "Off by at most 20%", of: ({ within20 }) => within20 ?? NaN, better: "more", write: formatShare },
];
const IN_UNIT: AccuracyMeasure[] = [
  { name: "Half of them off by at most", of: ({ mdae }) => mdae, better: "less", write: formatQuantity },
];
const OVERALL: AccuracyMeasure[] = [
  { name: "Off by on average (MAE)", of: ({ mae }) => mae, better: "less", write: formatQuantity },
  { name: "Off by, large errors counting more (RMSE)", of: ({ rmse }) => rmse, better: "less", write: formatQuantity },
];

/**
 * How far off estimates are, for a person: what the card says of one model and a comparison of several. In shares of the
 * outcome with a relative tolerance, in the target's unit with an absolute one.
 *
 * @param tolerance that all of the models have; null where they differ
 */
export function accuracyMeasures(tolerance: Tolerance | null, unit: string | undefined): AccuracyMeasure[] {
  if (tolerance === null) return [...IN_UNIT, ...OVERALL];
  const shares = "relative" in tolerance;
  const own: AccuracyMeasure = {
    name: `Off by at most ${toleranceInWords(tolerance, unit)}`,
    of: ({ withinTolerance }) => withinTolerance,
    better: "more",
    write: formatShare,
  };
  const known = shares && [0.05, 0.1, 0.2].includes(tolerance.relative);
  return [...(shares ? SHARES : IN_UNIT), ...(known ? [] : [own]), ...OVERALL];
}

/** The tolerance of models that share one; null where they do not. */
export function commonTolerance(models: readonly Pick<Listed, "spec" | "evidence">[]): Tolerance | null {
  const [first, ...others] = models.map(toleranceOf);
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return first && same ? first : null;
}

/** What half of the estimates are within, as a share or in the target's unit: of a model, or of others beside it. */
export function typicalError(
  model: { spec: Pick<Spec, "target">; evidence: Pick<Evidence, "tolerance"> | null },
  errors: Pick<Errors, "mdape" | "mdae">,
): { value: number; text: string } {
  const { error } = errorMeasures(toleranceOf(model));
  const value = errors[error] ?? errors.mdae;
  return { value, text: MEASURES[error].write(value, model.spec.target.unit) };
}

/** Of rows left out. */
export function typicalErrorOf(
  model: { spec: Pick<Spec, "target"> },
  evidence: NonNullable<Listed["evidence"]>,
): string {
  return typicalError({ ...model, evidence }, evidence.accuracy).text;
}

/** "Half of the estimates are within 15% of the true sale price.", or that nobody knows. */
export function accuracyInWords({ spec, evidence }: Pick<Listed, "spec" | "evidence">): string {
  if (!evidence) return "Its accuracy is not known: no rows with known outcomes came with this model.";
  return `Half of the estimates are within ${typicalErrorOf({ spec }, evidence)} of the true ${inSentence(spec.target.label)}.`;
}
