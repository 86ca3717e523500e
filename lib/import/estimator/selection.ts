import type { Fitted } from "./fitted";
import { checkCount } from "./scalers";
import type { Transform } from "./workspace";

/** Which columns a fitted selection keeps. */
export const MASKS: Record<string, (step: Fitted) => boolean[]> = {
  VarianceThreshold: (step) => {
    const threshold = numberParameter(step, "threshold");
    return step.numbers("variances_").map((variance) => variance > threshold);
  },
  SelectKBest: (step) => {
    const scores = step.numbers("scores_");
    const k = step.get("k");
    if (k === "all") return scores.map(() => true);
    const best = ranked(scores).slice(Math.max(0, scores.length - numberParameter(step, "k")));
    const kept = new Set(best);
    return scores.map((_, index) => kept.has(index));
  },
  SelectFpr: (step) => {
    const alpha = numberParameter(step, "alpha");
    return step.numbers("pvalues_").map((p) => p < alpha);
  },
  SelectFwe: (step) => {
    const values = step.numbers("pvalues_");
    const alpha = numberParameter(step, "alpha") / values.length;
    return values.map((p) => p < alpha);
  },
  RFE: (step) => step.numbers("support_").map((kept) => kept !== 0),
  RFECV: (step) => step.numbers("support_").map((kept) => kept !== 0),
};

/** Positions from the least score to the greatest, equal ones in their order; a score that is not known is the least. */
function ranked(scores: number[]): number[] {
  const known = (index: number) => (Number.isNaN(scores[index]) ? -Infinity : scores[index]!);
  const order = (a: number, b: number) => (known(a) < known(b) ? -1 : known(a) > known(b) ? 1 : a - b);
  return scores.map((_, index) => index).sort(order);
}

function numberParameter(step: Fitted, name: string): number {
  const value = step.need(name);
  return typeof value === "number" ? value : step.refuse(`its ${name} is no number`);
}

export const select: Transform = (step, columns) => {
  const mask = MASKS[step.name]!(step);
  checkCount(step, mask.length, columns);
  return columns.filter((_, index) => mask[index]);
};
