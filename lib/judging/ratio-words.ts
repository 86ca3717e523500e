import { catalogue } from "../language/locale";
import type { RatioMeasure } from "./measures";

/** The texts of `judgeRatios`. */
export const RATIO_WORDS = catalogue({
  en: {
    shorts: {
      medianRatio: "median ratio",
      cod: "spread of the ratios (COD)",
      prd: "cheap against expensive (PRD)",
      prb: "ratio by value (PRB)",
    } satisfies Record<RatioMeasure, string>,
    range: (low: string, high: string) => `${low} to ${high}`,
    atMost: (high: string) => `at most ${high}`,
  },
  de: {
    shorts: {
      medianRatio: "Medianverhältnis",
      cod: "Streuung der Verhältnisse (COD)",
      prd: "günstige gegenüber teuren (PRD)",
      prb: "Verhältnis nach Wert (PRB)",
    },
    range: (low, high) => `${low} bis ${high}`,
    atMost: (high) => `höchstens ${high}`,
  },
});
