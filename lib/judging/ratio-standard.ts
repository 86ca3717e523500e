import type { RatioBenchmark, RatioFigures } from "../model/evidence";
import { writerOf } from "../model/format";
import type { Model } from "../model/model";
import { localeOf, type Locale } from "../language/locale";
import { measureName, writeMeasure } from "./measure-words";
import { FEWEST_RATIOS, type RatioMeasure } from "./measures";
import { RATIO_WORDS } from "./ratio-words";

/**
 * One figure of a ratio study against the range that is accepted for it, and against an unbiased model. Texts are in the
 * language of the description.
 */
export interface RatioVerdict {
  measure: RatioMeasure;
  /** "Ratio by value (PRB)". */
  name: string;
  /** The same within a sentence. */
  short: string;
  value: number;
  written: string;
  /** The 95% confidence interval, "−0.21 to −0.14". */
  interval: string;
  accepted: string;
  /** It fails where the whole confidence interval is outside of what is accepted. */
  verdict: "passes" | "fails" | "undecided" | "too few rows";
  /** Whether the value is below or above what is accepted. */
  side: "below" | "above" | null;
  /** What an unbiased model with the same noise scores; null where that is not known. */
  oracle: (RatioBenchmark & { written: string; range: string }) | null;
}

/**
 * What assessors accept in a jurisdiction of older or more heterogeneous houses: International Association of
 * Assessing Officers (2013), "Standard on Ratio Studies", section 9.1 for the level, table 1-3 for the COD, section
 * 9.2.7 for PRD and PRB. The table's lower end for the COD, 5, is there to expose assessments that were copied from
 * sale prices. Here no model has seen the row that it estimates, so a small COD is simply good.
 */
export const ACCEPTED: Record<RatioMeasure, { low: number; high: number }> = {
  medianRatio: { low: 0.9, high: 1.1 },
  cod: { low: 0, high: 15 },
  prd: { low: 0.98, high: 1.03 },
  prb: { low: -0.05, high: 0.05 },
};

const FIGURES: Record<RatioMeasure, keyof RatioFigures> = {
  medianRatio: "median",
  cod: "cod",
  prd: "prd",
  prb: "prb",
};

/** What is accepted, as the standard writes it: "0.98 to 1.03". */
function acceptedRange(locale: Locale, { low, high }: (typeof ACCEPTED)[RatioMeasure]): string {
  const words = RATIO_WORDS[locale];
  const { quantity } = writerOf(locale);
  if (low === 0) return words.atMost(quantity(high));
  return words.range(quantity(low, undefined, 0.01), quantity(high, undefined, 0.01));
}

/** The ratio study of a model, with the rows it was measured on; null where its description asks for none. */
export function ratioStudyOf({ spec, evidence }: Pick<Model, "spec" | "evidence">) {
  const ratio = spec.target.ratioStudy ? evidence?.accuracy.ratio : null;
  return ratio ? { ratio, rows: evidence!.measured } : null;
}

/**
 * Hold the ratio study of a model against the standard and against the benchmark of `simulateOracle`.
 *
 * @returns level, spread and vertical equity in this order; none where there is no ratio study
 */
export function judgeRatios(model: Pick<Model, "spec" | "evidence">): RatioVerdict[] {
  const study = ratioStudyOf(model);
  if (!study) return [];
  const { ratio, rows } = study;
  const locale = localeOf(model.spec);
  const words = RATIO_WORDS[locale];
  return (Object.keys(FIGURES) as RatioMeasure[]).map((measure) => {
    const figure = FIGURES[measure];
    const { low, high } = ACCEPTED[measure];
    const [value, interval] = [ratio[figure], ratio.intervals[figure]];
    const side = value < low ? "below" : value > high ? "above" : null;
    const outside = interval.high < low || interval.low > high;
    const benchmark = ratio.oracle?.[figure];
    const write = (value: number) => writeMeasure(locale, measure, value);
    const range = (ends: { low: number; high: number }) => words.range(write(ends.low), write(ends.high));
    return {
      measure,
      name: measureName(locale, measure),
      short: words.shorts[measure],
      value,
      written: write(value),
      interval: range(interval),
      accepted: acceptedRange(locale, ACCEPTED[measure]),
      verdict: rows < FEWEST_RATIOS ? "too few rows" : outside ? "fails" : side ? "undecided" : "passes",
      side,
      oracle: benchmark ? { ...benchmark, written: write(benchmark.median), range: range(benchmark) } : null,
    };
  });
}
