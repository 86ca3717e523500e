import { writeMeasure } from "../judging/measure-words";
import { errorMeasures } from "../judging/measures";
import { localeOf, catalogue } from "../language/locale";
import { writerOf } from "../model/format";
import type { Spec } from "../model/spec";
import type { TrainedBundle } from "./train";

const WORDS = catalogue({
  en: {
    all: "the rows left out",
    sample: (rows: string) => `${rows} rows taken as a sample and left out`,
    fit: (rows: string, coefficients: string, r2: string, unseen: string, error: string) =>
      `${rows} rows, ${coefficients} coefficients, R² ${r2}; half of ${unseen} are estimated within ${error}`,
  },
  de: {
    all: "der ausgelassenen Zeilen",
    sample: (rows) => `der ${rows} Zeilen einer ausgelassenen Stichprobe`,
    fit: (rows, coefficients, r2, unseen, error) =>
      `${rows} Zeilen, ${coefficients} Koeffizienten, R² ${r2}; für die Hälfte ${unseen} liegt die Schätzung höchstens ${error} daneben`,
  },
});

/** How large a fit is and how far off it is: "109 rows, 8 coefficients, R² 0.68; half of the rows left out are …". */
export function describeFit(spec: Spec, { inference, evidence }: TrainedBundle): string {
  const words = WORDS[localeOf(spec)];
  const { quantity } = writerOf(localeOf(spec));
  const { n, p, r2 } = inference.fit;
  const { accuracy, rows, sampled, tolerance } = evidence;
  const unseen = sampled < rows ? words.sample(quantity(sampled)) : words.all;
  const { error } = errorMeasures(tolerance);
  const typical = writeMeasure(localeOf(spec), error, accuracy[error] ?? NaN, spec.target.unit);
  return words.fit(quantity(n), quantity(p), quantity(r2, undefined, 0.0001), unseen, typical);
}
