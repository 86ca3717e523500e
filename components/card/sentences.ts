import { measuredRows, rowsInWords } from "@/components/row-words";
import { asSentence, countInWords } from "@/components/words";
import { type Sides, directionOf } from "@/lib/judging/lean";
import { FEWEST_RATIOS, MEASURES } from "@/lib/judging/measures";
import { probabilityInWords } from "@/lib/judging/probability-words";
import type { RatioVerdict } from "@/lib/judging/ratio-standard";
import { calibratedCoverage } from "@/lib/model/answer/calibrated-coverage";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { Uncertainty } from "@/lib/model/answer/uncertainty";
import { type Evidence, FEWEST_ROWS_TO_JUDGE, type RatioStudy } from "@/lib/model/evidence";
import { type FaintPattern, type Misfit, missingTermInWords } from "@/lib/model/explain/lack-of-fit";
import { formatCount, formatQuantity, formatShare, inSentence, listInWords } from "@/lib/model/format";
import type { LackOfFit } from "@/lib/model/predictor";
import { rowNames } from "@/lib/model/row-names";
import type { Transform } from "@/lib/model/scale";
import type { Spec } from "@/lib/model/spec";

/** How the accuracy was measured. */
export function rowsLeftOut({ target }: Pick<Spec, "target">, evidence: Evidence): string {
  const label = inSentence(target.label);
  if (evidence.calibration) {
    return `The ${label} of ${measuredRows(evidence)} of a calibration table was estimated. The owner gave these rows as ones that the model was not fitted to, so that no row helped with its own estimate.`;
  }
  return `Each of ${measuredRows(evidence)} was left out in turn and its ${label} estimated by the model fitted to the others, so that no row helped with its own estimate.`;
}

/**
 * What the table holds, and what was looked at of a large one.
 *
 * @param explained how many rows an estimate is explained against; null where none is explained
 */
export function tableInWords({ rows, sampled, background, calibration }: Evidence, explained: number | null): string {
  const shown = background.actual.length;
  return [
    `The ${calibration ? "calibration " : ""}table has ${formatQuantity(rows)} rows.`,
    ...(calibration ? ["The rows that the model was fitted to did not come with it."] : []),
    ...(sampled < rows ? [`Accuracy was measured on a sample of ${formatQuantity(sampled)} of them.`] : []),
    ...(shown > 0 && shown < rows ? [`Charts of errors show a sample of ${formatQuantity(shown)}.`] : []),
    ...(explained !== null && explained < shown
      ? [`Contributions are measured against a sample of ${formatQuantity(explained)}.`]
      : []),
    "Outside what they hold, an estimate comes with a warning; far outside, the model gives no estimate.",
  ].join(" ");
}

/** What the figures of accuracy do not say. */
export function figuresInWords(evidence: Evidence): string {
  return `The figures of accuracy come from ${measuredRows(evidence)}${rowNames(evidence).leftOut}. They say nothing about other places and times.`;
}

/** Out of which rows the influential ones are, and whether one of them decides. */
export function influenceInWords(largest: number, evidence: Evidence | null): string {
  const from =
    evidence && evidence.sampled < evidence.rows
      ? `Among ${rowsInWords(evidence.sampled, evidence.sampled, evidence.rows)}, a mistake in these would change the model most.`
      : "A mistake in these rows would change the model most.";
  return largest > 1
    ? `${from} A Cook’s distance above 1 is worth a look: without such a row, the estimates would be different.`
    : `${from} The largest Cook’s distance is ${formatQuantity(largest, undefined, 0.001)}, below the 1 that would be worth a look: no single row decides the fit.`;
}

/** The best and the worst group of rows, by what half of the estimates are within. */
export function groupsInWords(
  best: { name: string; error: string },
  worst: { name: string; error: string },
  groups: number,
): string {
  const first = `Half of the estimates are within ${best.error} among rows with ${best.name}`;
  if (groups === 1) return `${first}. Other groups have too few rows to compare with.`;
  if (best.error === worst.error) return `${first}, and within the same in every other group.`;
  return `${first}, but only within ${worst.error} among rows with ${worst.name}.`;
}

/** Estimates that lie together, and the truth of them. */
export interface EndOfEstimates extends Sides {
  /** The median estimate, and the median of the true values. */
  estimate: number;
  truth: number;
}

/** In place of `truthAtEnds`. */
export const ESTIMATES_TOO_ALIKE =
  "The estimates of the rows are too much alike to show whether low or high ones are off in one direction.";

/** Whether the lowest and the highest estimates are too low or too high, as far as chance lets one see. */
export function truthAtEnds(
  { target }: Pick<Spec, "target">,
  ends: { lowest: EndOfEstimates; highest: EndOfEstimates } | null,
  write: (value: number) => string,
): string {
  if (!ends) return "There are too few rows to say whether estimates are too low or too high at either end.";
  const truth = `true ${inSentence(target.label)}`;
  const verdict = (end: EndOfEstimates) => {
    const direction = directionOf(end);
    if (direction === null) return "neither too low nor too high by more than chance";
    return direction === "higher" ? "they are too low" : "they are too high";
  };
  const describe = (end: EndOfEstimates) =>
    `${write(end.estimate)} and the median ${truth} ${write(end.truth)}: ${verdict(end)}`;
  return `Among the lowest estimates the median is ${describe(ends.lowest)}. Among the highest it is ${describe(ends.highest)}.`;
}

/** Which ranges the answers of a model have, and what the other kind is in the chart, if there are rows enough for it. */
export function kindOfRangeInWords(
  kind: Uncertainty["kind"],
  compared: boolean,
  evidence: Pick<Evidence, "calibration" | "measured">,
): string {
  if (kind === "conformal" && evidence.calibration) return calibrationInWords(evidence.measured);
  if (kind === "conformal") {
    return "The ranges of this model are conformal: as wide as the errors on rows left out were. By construction they hold their level on average over rows like those of the table, so the filled dots are where they have to be; the hollow dots are what ranges by Student’s t would have held. Among rows of one kind they may hold more or less: the chart below shows it by estimate.";
  }
  const other = compared
    ? "; the hollow dots are what conformal ranges would have held"
    : "; for conformal ranges there are too few rows";
  return `The ranges of this model are by Student’s t, which rests on normal errors that are equally large everywhere${other}.`;
}

/** What ranges from calibration rows hold, and how much that depends on which rows those were. */
function calibrationInWords(rows: number): string {
  const spread = calibratedCoverage(rows, DEFAULT_LEVEL);
  const luck = spread
    ? ` Which ${formatQuantity(rows)} rows they are is luck: from one such table to another, ranges at ${formatShare(DEFAULT_LEVEL)} hold between ${formatShare(spread.low)} and ${formatShare(spread.high)} of new rows nine times out of ten.`
    : "";
  return `The ranges of this model are split conformal: as wide as its errors on the calibration rows, and equally wide everywhere on the scale of the fit. By construction they hold their level on average over rows like those, so the filled dots are where they have to be; the hollow dots are what ranges by Student’s t would have held.${luck} Among rows of one kind they may hold more or less: the chart below shows it by estimate.`;
}

/** How many of the claims of a chart hold, of `claims` levels of which `off` do not; `rows` were left out. */
export function levelsInWords(claims: number, off: number, rows: number): string {
  if (rows < FEWEST_ROWS_TO_JUDGE) {
    return asSentence(
      `${countInWords(rows)} rows are too few to say: chance alone could put the dots anywhere on the pale bars`,
    );
  }
  if (off === 0) return `All ${countInWords(claims)} hold what they claim, within sampling error.`;
  if (off === claims) return `None of the ${countInWords(claims)} holds what it claims, by more than chance makes.`;
  return asSentence(
    `${countInWords(off)} of the ${countInWords(claims)} ${off === 1 ? "does" : "do"} not hold what ${off === 1 ? "it claims" : "they claim"}, by more than chance makes`,
  );
}

/** What ranges hold along the estimates, of `groups` groups of which `off` hold more or less than they claim. */
export function coverageByEstimateInWords(groups: number, off: number): string {
  const aim = "A range should hold the truth as often at low estimates as at high ones.";
  if (groups < 2) {
    return `${aim} There are too few rows to say: that takes at least ${formatQuantity(2 * FEWEST_ROWS_TO_JUDGE)}.`;
  }
  if (off === 0) return `${aim} It does here, within sampling error.`;
  const which = off === groups ? `all ${countInWords(groups)}` : `${countInWords(off)} of ${countInWords(groups)}`;
  return `${aim} In ${which} groups of estimates it does not, by more than chance makes.`;
}

/** What σ is the size of: of a logarithm as shares, up and down, exp(σ) − 1 and 1 − exp(−σ). */
export function sigmaInWords({ target }: Pick<Spec, "target">, { sigma, df }: { sigma: number; df: number }): string {
  const freedom = `on ${formatQuantity(df)} degrees of freedom`;
  const size = `${formatShare(Math.exp(sigma) - 1)} up or ${formatShare(1 - Math.exp(-sigma))} down`;
  switch (target.transform) {
    case "identity":
      return `the size of an error, ${freedom}`;
    case "log":
      return `of the logarithm: an error of this size is ${size}, ${freedom}`;
    case "log1p":
      return `of the logarithm of 1 plus the ${inSentence(target.label)}: an error of this size is ${size}, ${freedom}`;
    case "sqrt":
      return `the size of an error of the square root, ${freedom}`;
  }
}

/** What turns the median into the mean, and where it holds. */
export function smearingInWords(transform: Transform, kind: Uncertainty["kind"] | undefined): string {
  const factor = {
    identity: "the mean over the median, which is what the estimate is",
    log: "the mean over the median, which is what the estimate is",
    log1p: "1 plus the mean over 1 plus the median, which is what the estimate is",
    sqrt: "the mean less the median, which is what the estimate is",
  }[transform];
  return kind === "conformal"
    ? `${factor}, if errors were equally large everywhere; answers give the mean for errors as large as at their own inputs`
    : `${factor}, if errors are equally large everywhere`;
}

/** The sentences of the card, each a function of its values. */

/** What the tests of lack of fit come to. */
export function lackOfFitInWords(spec: Spec, misfit: Misfit | null, faint: FaintPattern | null): string {
  if (misfit === null && faint?.by === "usual tests") {
    return `The usual tests find a pattern that the model misses (${probabilityInWords(faint.p)} for all tests together), but not once unequal errors are allowed for (robust ${probabilityInWords(faint.robustP)}). What it leaves unexplained may be noise.`;
  }
  if (misfit === null && faint) {
    return `The tests find a pattern that the model misses (${probabilityInWords(faint.robustP)} for all tests together), but it explains less than 2% of what is left unexplained. Nearly all of the rest looks like noise, which only other inputs could explain.`;
  }
  if (misfit === null) {
    return "No test finds a pattern that the model misses. What it leaves unexplained looks like noise, which only other inputs could explain.";
  }
  const share = formatShare(misfit.share);
  const help = misfit.term
    ? `The term that would help most is ${missingTermInWords(spec, misfit.term)}: it would explain ${share} of the variance that is left unexplained.`
    : `It makes up about ${share} of the variance that is left unexplained, and no single square or product of inputs explains it.`;
  return `The model misses a pattern (${probabilityInWords(misfit.p)} for all tests together). ${help}`;
}

/** Where the tests looked: all rows or a sample, and how many squares and products. */
export function searchInWords({ rows, candidates, screened, tested }: LackOfFit, allRows: number): string {
  const where =
    rows === allRows
      ? `all ${formatQuantity(rows)} rows`
      : `${formatQuantity(rows)} of the ${formatQuantity(allRows)} rows`;
  if (candidates === 0)
    return asSentence(`in ${where}, there was no square or product of inputs to test as one more term`);
  const terms =
    tested === screened && screened === candidates
      ? `all ${formatQuantity(candidates)} squares and products of inputs were tested as one more term`
      : `of ${formatQuantity(candidates)} squares and products of inputs, ${formatQuantity(screened)} were compared with the residuals and the ${formatQuantity(tested)} most correlated were tested as one more term`;
  return asSentence(`in ${where}, ${terms}; their p-values are adjusted for the number of terms (Holm)`);
}

export const TOO_FEW_ROWS_FOR_FIT =
  "There are too few rows to tell noise from a pattern that the model misses: at least 30 are needed.";

/** How the p-values of the section stay right under unequal variance. */
export const ROBUST_TESTS =
  "F and its p-value are the usual ones. The robust p-value also holds where errors are not equally large, and decides.";

/** Which confidence intervals the coefficients have. */
export function coefficientRangesInWords(unequalVariance: boolean): string {
  return unequalVariance
    ? "The ranges have 95% confidence, if the model is right; they use HC3 standard errors, which allow for errors that are not equally large everywhere."
    : "The ranges have 95% confidence, if the model is right.";
}

/** What the generalised variance inflation factor of an input is. */
export const INFLATION_IN_WORDS =
  "GVIF is how much less exactly the effect of an input is known because other inputs move with it, for all terms of the input together. Above 3.2 in the last column, separate effects are hard to tell apart.";

/** What the findings come to: none possible, none, or how many. */
export function findingsIntroduction(checked: boolean, count: number): string {
  if (!checked) return "Without rows with known outcomes, none of the checks on this page can be made.";
  if (count === 0) return "None of the checks on this page finds a fault, which is no proof that there is none.";
  if (count === 1) return "One thing is wrong with this model.";
  return asSentence(`${countInWords(count)} things are wrong with this model, what matters most to a person first`);
}

/** The findings in short, before their list: "2 problems found:". */
export function problemsInWords(checked: boolean, count: number): string {
  if (!checked) return "No check could be made.";
  if (count === 0) return "No problem found.";
  return `${formatCount(count, "problem")} found:`;
}

/** What the standard says of the figures of a ratio study. */
export function ratioVerdictInWords(verdicts: RatioVerdict[], rows: number): string {
  if (rows < FEWEST_RATIOS) {
    return asSentence(`${countInWords(rows)} rows are too few to pass or to fail: ${FEWEST_RATIOS} are needed`);
  }
  const of = (verdict: RatioVerdict["verdict"]) => verdicts.filter((each) => each.verdict === verdict);
  const failures = of("fails");
  if (failures.length > 0) {
    const shorts = listInWords(failures.map(({ short }) => short));
    return `It fails in ${countInWords(failures.length)} of the ${countInWords(verdicts.length)} figures (${shorts}): the whole 95% interval lies outside of what is accepted.`;
  }
  const open = of("undecided");
  if (open.length === 0) return "It passes.";
  return `It does not fail, but ${listInWords(open.map(({ short }) => short))} may lie on either side of what is accepted.`;
}

/**
 * Whether a model without bias would fail too; null where nothing fails or there is no benchmark.
 *
 * @param differs whether a check finds that the model scores otherwise
 */
export function ratioBenchmarkInWords(verdicts: RatioVerdict[], label: string, differs: boolean): string | null {
  const failures = verdicts.filter(({ verdict, oracle }) => verdict === "fails" && oracle);
  if (failures.length === 0) return null;
  const what = inSentence(label);
  const why = `Any model that leaves part of the ${what} unexplained is high where the ${what} is low and low where it is high, and the standard makes no allowance for that.`;
  if (differs) return `${why} But this model scores otherwise than a model with the same noise and no bias.`;
  const these = failures.length === 1 ? "this figure: it measures" : "these figures: they measure";
  return `${why} A model with the same noise and no bias does no better, as far as chance lets one see, in ${these} how much is left unexplained, and no unfairness beyond that.`;
}

/** The median ratio of the outer thirds by the true outcome, what it is without bias, and why it is not 1. */
export function ratioThirdsInWords([first, ...others]: RatioStudy["thirds"], label: string): string {
  const last = others.at(-1);
  if (!first || !last) return "";
  const write = MEASURES.medianRatio.write;
  const what = inSentence(label);
  const measured = `Among the third with the lowest true ${what} the estimate is typically ${write(first.medianRatio)} times the truth, among the third with the highest ${write(last.medianRatio)} times.`;
  const benchmark =
    first.oracle === null || last.oracle === null
      ? ""
      : ` In a model with the same noise and no bias it would be ${write(first.oracle)} and ${write(last.oracle)} times.`;
  return `${measured}${benchmark} This is regression to the mean: rows are among the lowest partly because of what no input explains, and an estimate cannot know that. It says nothing of rows with a low or a high estimate.`;
}

/** That a ratio study is missing although the description asks for it. */
export function noRatioStudyInWords(): string {
  return "There is no ratio study: it needs outcomes and estimates that are all above zero, and a model that was trained with it.";
}

/** How often claims came true that stand side by side. */
export function brokenInWords(broken: number): string {
  return broken === 0
    ? "What was claimed for each group is what happened, as far as chance lets one see."
    : `In ${countInWords(broken)} of them something else happened than was claimed, by more than chance makes.`;
}
