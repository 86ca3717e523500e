import { DEFAULT_LOCALE, localeOf, type Locale } from "@/lib/language/locale";
import { errorMeasures } from "@/lib/judging/measures";
import { toleranceOf } from "@/lib/model/answer/tolerance";
import type { Accuracy, Evidence } from "@/lib/model/evidence";
import { writerOf, type Writer } from "@/lib/model/format";
import type { Listed } from "@/lib/registry/outline";
import type { Spec } from "@/lib/model/spec";
import type { Tolerance } from "@/lib/model/spec-shape";
import { ACCURACY_WORDS } from "./accuracy-words";

type Errors = Accuracy["baseline"];

export interface AccuracyMeasure {
  name: string;
  of: (errors: Errors) => number;
  better: "less" | "more";
  /** A share in per cent; what is in the unit of the target, rounded to the step. */
  write: (value: number, unit: string | undefined, step: number) => string;
  /** Of a share of the estimates, how near to the truth these are: "10%". */
  near?: string;
}

/**
 * How far off estimates are, for a person: what the card says of one model and a comparison of several. In shares of the
 * outcome with a relative tolerance, in the target's unit with an absolute one.
 *
 * @param tolerance that all of the models have; null where they differ
 */
export function accuracyMeasures(
  tolerance: Tolerance | null,
  unit: string | undefined,
  locale: Locale = DEFAULT_LOCALE,
): AccuracyMeasure[] {
  const { quantity, share } = writerOf(locale);
  const words = ACCURACY_WORDS[locale];
  const within = (near: string, of: AccuracyMeasure["of"]): AccuracyMeasure => ({
    ...{ name: words.within(near), near, of, better: "more", write: share },
  });
  const inUnit = (name: string, of: AccuracyMeasure["of"]): AccuracyMeasure => ({
    ...{ name, of, better: "less", write: quantity },
  });
  const overall = [inUnit(words.mean, ({ mae }) => mae), inUnit(words.rootMeanSquare, ({ rmse }) => rmse)];
  const own = (near: string) => within(near, ({ withinTolerance }) => withinTolerance);
  const median = inUnit(words.median, ({ mdae }) => mdae);
  if (tolerance === null) return [median, ...overall];
  if ("absolute" in tolerance) return [median, own(quantity(tolerance.absolute, unit)), ...overall];
  // Shares are there wherever a tolerance is relative.
  return [
    { name: words.median, of: ({ mdape }) => mdape ?? NaN, better: "less", write: share },
    within(quantity(5, "%"), ({ within5 }) => within5 ?? NaN),
    within(quantity(10, "%"), ({ within10 }) => within10 ?? NaN),
    within(quantity(20, "%"), ({ within20 }) => within20 ?? NaN),
    ...([0.05, 0.1, 0.2].includes(tolerance.relative) ? [] : [own(quantity(100 * tolerance.relative, "%"))]),
    ...overall,
  ];
}

/** The tolerance of models that share one; null where they do not. */
export function commonTolerance(models: readonly Pick<Listed, "spec" | "evidence">[]): Tolerance | null {
  const [first, ...others] = models.map(toleranceOf);
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return first && same ? first : null;
}

/**
 * What half of the estimates are within, as a share or in the target's unit: of a model, or of others beside it.
 *
 * @param write that of the language of the description, unless several models meet
 */
export function typicalError(
  model: { spec: Pick<Spec, "target" | "locale">; evidence: Pick<Evidence, "tolerance"> | null },
  errors: Pick<Errors, "mdape" | "mdae">,
  write: Writer = writerOf(localeOf(model.spec)),
): { value: number; text: string } {
  const { error } = errorMeasures(toleranceOf(model));
  const share = error === "mdape" ? errors.mdape : null;
  if (share !== null) return { value: share, text: write.share(share) };
  return { value: errors.mdae, text: write.quantity(Number(errors.mdae.toPrecision(3)), model.spec.target.unit) };
}

/** Of rows left out. */
export function typicalErrorOf(
  model: { spec: Pick<Spec, "target" | "locale"> },
  evidence: NonNullable<Listed["evidence"]>,
  write?: Writer,
): string {
  return typicalError({ ...model, evidence }, evidence.accuracy, write).text;
}

/** "Half of the estimates are within 15% of the actual sale price.", or that nobody knows. */
export function accuracyInWords({ spec, evidence }: Pick<Listed, "spec" | "evidence">, write?: Writer): string {
  const writer = write ?? writerOf(localeOf(spec));
  const words = ACCURACY_WORDS[writer.locale];
  if (!evidence) return words.unknown;
  return words.half(typicalErrorOf({ spec }, evidence, writer), writer.inSentence(spec.target));
}
