import { catalogue, type Locale } from "../language/locale";
import { toleranceOf } from "../model/answer/tolerance";
import { writerOf } from "../model/format";
import type { Model } from "../model/model";
import type { Tolerance } from "../model/spec-shape";
import type { MeasureName } from "./measures";

/** The names of measures in each language; see `MEASURES` for what they are. */
const NAMES = catalogue<Record<MeasureName, string> & { within: (tolerance: string) => string }>({
  en: {
    mdape: "Median error",
    mdae: "Median error",
    within10: "Within 10%",
    withinTolerance: "Within the tolerance",
    within: (tolerance) => `Within ${tolerance}`,
    medianRatio: "Median ratio",
    coverage: "Coverage of the 80% range",
    cod: "Spread of the ratios (COD)",
    prd: "Cheap against expensive (PRD)",
    prb: "Ratio by value (PRB)",
  },
  de: {
    mdape: "Medianfehler",
    mdae: "Medianfehler",
    within10: "Innerhalb von 10\u00a0%",
    withinTolerance: "Innerhalb der Toleranz",
    within: (tolerance) => `Innerhalb von ${tolerance}`,
    medianRatio: "Medianverhältnis",
    coverage: "Abdeckung des 80-%-Bereichs",
    cod: "Streuung der Verhältnisse (COD)",
    prd: "Günstige gegenüber teuren (PRD)",
    prb: "Verhältnis nach Wert (PRB)",
  },
});

/** A figure of a ratio study has the decimals in which the standard states what it accepts; see `judgeRatios`. */
const STEPS: Partial<Record<MeasureName, number>> = { medianRatio: 0.01, cod: 0.1, prd: 0.001, prb: 0.001 };

/** What a measure is called, whatever model it is of. */
export function measureName(locale: Locale, measure: MeasureName): string {
  return NAMES[locale][measure];
}

/** What a measure is called for a model: "Within $200" names its tolerance. */
export function measureNameFor(locale: Locale, measure: MeasureName, model: Pick<Model, "spec" | "evidence">): string {
  if (measure !== "withinTolerance") return measureName(locale, measure);
  return NAMES[locale].within(writeTolerance(locale, toleranceOf(model), model.spec.target.unit));
}

/** A tolerance in words: "10%" or "$200". */
function writeTolerance(locale: Locale, tolerance: Tolerance, unit: string | undefined): string {
  const write = writerOf(locale);
  return "relative" in tolerance
    ? write.quantity(100 * tolerance.relative, "%")
    : write.quantity(tolerance.absolute, unit);
}

/**
 * A figure as a measure writes it: "14%", "$120", "0.98".
 *
 * @param unit of the target, for what is measured in it
 */
export function writeMeasure(locale: Locale, measure: MeasureName, value: number, unit?: string): string {
  const write = writerOf(locale);
  if (measure === "mdae") return write.quantity(Number(value.toPrecision(3)), unit);
  const step = STEPS[measure];
  return step === undefined ? write.share(value) : write.quantity(value, undefined, step);
}
