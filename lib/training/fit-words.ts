import { writeMeasure } from "../judging/measure-words";
import { errorMeasures } from "../judging/measures";
import { localeOf, catalogue } from "../language/locale";
import { writerOf } from "../model/format";
import type { Spec } from "../model/spec";
import type { TrainedBundle } from "./train";

const [en, de] = [writerOf("en"), writerOf("de")];

const WORDS = catalogue({
  en: {
    all: "the rows left out",
    sample: (rows: number) => `${en.count(rows, "row", "rows")} taken as a sample and left out`,
    fit: (rows: number, coefficients: number, r2: string, unseen: string, error: string) =>
      `${en.count(rows, "row", "rows")}, ${en.count(coefficients, "coefficient", "coefficients")}, R² ${r2}; half of ${unseen} are estimated within ${error}`,
  },
  de: {
    all: "der ausgelassenen Zeilen",
    sample: (rows) => `der ${de.count(rows, "Zeile", "Zeilen")} einer ausgelassenen Stichprobe`,
    fit: (rows, coefficients, r2, unseen, error) =>
      `${de.count(rows, "Zeile", "Zeilen")}, ${de.count(coefficients, "Koeffizient", "Koeffizienten")}, R² ${r2}; für die Hälfte ${unseen} liegt die Schätzung höchstens ${error} daneben`,
  },
});

/** How large a fit is and how far off it is: "109 rows, 8 coefficients, R² 0.68; half of the rows left out are …". */
export function describeFit(spec: Spec, { inference, evidence }: TrainedBundle): string {
  const words = WORDS[localeOf(spec)];
  const { quantity } = writerOf(localeOf(spec));
  const { n, p, r2 } = inference.fit;
  const { accuracy, rows, sampled, tolerance } = evidence;
  const unseen = sampled < rows ? words.sample(sampled) : words.all;
  const { error } = errorMeasures(tolerance);
  const typical = writeMeasure(localeOf(spec), error, accuracy[error] ?? NaN, spec.target.unit);
  return words.fit(n, p, quantity(r2, undefined, 0.0001), unseen, typical);
}
