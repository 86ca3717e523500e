import { catalogue } from "../language/locale";
import type { RatioMeasure } from "./measures";

/** The texts of `judgeRatios`. */
export const RATIO_WORDS = catalogue({
  en: {
    shorts: { medianRatio: "median ratio", cod: "COD", prd: "PRD", prb: "PRB" } satisfies Record<RatioMeasure, string>,
    range: (low: string, high: string) => `${low} to ${high}`,
    atMost: (high: string) => `at most ${high}`,
  },
  de: {
    shorts: { medianRatio: "Medianverhältnis", cod: "COD", prd: "PRD", prb: "PRB" },
    range: (low, high) => `${low} bis ${high}`,
    atMost: (high) => `höchstens ${high}`,
  },
});
