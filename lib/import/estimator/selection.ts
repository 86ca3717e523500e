import { PyArray } from "../pickle/nodes";
import { numberOf, type Fitted } from "./fitted";
import { checkCount } from "./scalers";
import type { Transform } from "./workspace";

/** Which columns a fitted selection keeps. */
const MASKS: Record<string, (step: Fitted, notes: string[]) => boolean[]> = {
  VarianceThreshold: (step) => {
    const threshold = numberParameter(step, "threshold");
    return step.numbers("variances_").map((variance) => variance > threshold);
  },
  SelectKBest: (step) => {
    const scores = step.numbers("scores_");
    return step.get("k") === "all" ? scores.map(() => true) : best(scores, numberParameter(step, "k"));
  },
  SelectPercentile: (step) => percentile(step.numbers("scores_"), numberParameter(step, "percentile")),
  SelectFpr: (step) => below(step.numbers("pvalues_"), numberParameter(step, "alpha")),
  SelectFdr: (step) => discoveries(step.numbers("pvalues_"), numberParameter(step, "alpha")),
  SelectFwe: (step) => {
    const values = step.numbers("pvalues_");
    return below(values, numberParameter(step, "alpha") / values.length);
  },
  GenericUnivariateSelect: (step) => {
    const mode = step.get("mode");
    const param = () => numberParameter(step, "param");
    if (mode === "percentile") return percentile(step.numbers("scores_"), param());
    if (mode === "k_best") {
      const scores = step.numbers("scores_");
      return step.get("param") === "all" ? scores.map(() => true) : best(scores, param());
    }
    const values = step.numbers("pvalues_");
    if (mode === "fpr") return below(values, param());
    if (mode === "fdr") return discoveries(values, param());
    return mode === "fwe" ? below(values, param() / values.length) : step.refuse("its mode is not known");
  },
  SelectFromModel: fromModel,
  RFE: supported,
  RFECV: supported,
  SequentialFeatureSelector: supported,
};

function supported(step: Fitted): boolean[] {
  return step.numbers("support_").map((kept) => kept !== 0);
}

function best(scores: number[], count: number): boolean[] {
  const kept = new Set(ranked(scores).slice(Math.max(0, scores.length - count)));
  return scores.map((_, index) => kept.has(index));
}

const below = (values: number[], alpha: number) => values.map((p) => p < alpha);

/** Scores above a quantile, and of those equal to it the first that make up the share. */
function percentile(scores: number[], share: number): boolean[] {
  if (share === 100) return scores.map(() => true);
  if (share === 0) return scores.map(() => false);
  const known = scores.map((score) => (Number.isNaN(score) ? -Number.MAX_VALUE : score));
  const threshold = quantile([...known].sort(ascending), (100 - share) / 100);
  let left = Math.trunc((scores.length * share) / 100) - known.filter((score) => score > threshold).length;
  return known.map((score) => score > threshold || (score === threshold && left-- > 0));
}

/** A quantile between the two values next to it, as numpy computes it. */
function quantile(sorted: number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)] ?? NaN, sorted[Math.ceil(position)] ?? NaN];
  const part = position - Math.floor(position);
  return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
}

/** Benjamini and Hochberg (1995): the greatest p-value that is at most its rank's share of alpha, and all up to it. */
function discoveries(values: number[], alpha: number): boolean[] {
  const sorted = [...values].sort(ascending);
  const greatest = sorted.findLast((p, index) => p <= (alpha / values.length) * (index + 1));
  return values.map((p) => greatest !== undefined && p <= greatest);
}

/** Columns whose coefficient in another model is large: by a threshold, a multiple of the mean or median, or a count. */
function fromModel(step: Fitted, notes: string[]): boolean[] {
  const model = step.part(step.get("prefit") === true && !step.has("estimator_") ? "estimator" : "estimator_");
  const coefficients = model.get("coef_");
  if (coefficients instanceof PyArray && coefficients.shape.length > 1 && coefficients.shape[0] !== 1) {
    step.refuse("the model that it selects by has several targets");
  }
  const sizes = model.numbers("coef_").map(Math.abs);
  const threshold = thresholdOf(step, model, sizes, notes);
  const most = numberOf(step.get("max_features_") ?? step.get("max_features")) ?? sizes.length;
  const order = sizes.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const kept = new Set(order.slice(0, most));
  return sizes.map((size, index) => kept.has(index) && !(size < threshold));
}

function thresholdOf(step: Fitted, model: Fitted, sizes: number[], notes: string[]): number {
  const given = step.get("threshold") ?? null;
  if (typeof given === "number") return given;
  const ratio = numberOf(model.get("l1_ratio_") ?? model.get("l1_ratio"));
  const isElastic = /^ElasticNet(CV)?$/.test(model.name) && ratio !== undefined && Math.abs(ratio - 1) < 1e-5;
  const isLate = isElastic && given === null && knowsElastic(step, notes);
  const isSparse = model.name.includes("Lasso") || model.get("penalty") === "l1" || isLate;
  if (given === null && isSparse) return 1e-5;
  const [, factor = "1", of] = /^(?:([\d.]+) *\* *)?(mean|median)$/.exec(String(given ?? "mean").trim()) ?? [];
  const sorted = [...sizes].sort(ascending);
  const middle = of === "mean" ? sizes.reduce((sum, size) => sum + size, 0) / sizes.length : quantile(sorted, 0.5);
  return of ? Number(factor) * middle : step.refuse("its threshold is not known");
}

/**
 * Whether the release that saved a selection takes an ElasticNet without a penalty on squares for a Lasso, as releases
 * from 1.1.2 on do; those before keep what is above the mean.
 */
function knowsElastic(step: Fitted, notes: string[]): boolean {
  const release = String(step.get("_sklearn_version") ?? "");
  const [, major = NaN, minor = NaN, patch = 0] = (/^(\d+)\.(\d+)(?:\.(\d+))?/.exec(release) ?? []).map((part) =>
    Number(part ?? 0),
  );
  const isLate = !(major * 1e6 + minor * 1e3 + patch < 1_001_002);
  if (!isLate || Number.isNaN(major)) {
    notes.push(
      `SelectFromModel keeps other columns by an ElasticNet of l1_ratio 1 in releases before 1.1.2 than in later ones; it is read as in ${isLate ? "later" : "earlier"} ones. Compare an estimate with one of the notebook.`,
    );
  }
  return isLate;
}

const ascending = (a: number, b: number) => a - b;

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

export const select: Transform = (step, columns, workspace) => {
  const mask = MASKS[step.name]!(step, workspace.notes);
  checkCount(step, mask.length, columns);
  return columns.filter((_, index) => mask[index]);
};
