import { asSentence, countInWords } from "@/components/words";
import { FEWEST_ROWS_TO_JUDGE } from "@/lib/model/evidence";
import { formatQuantity, formatShare } from "@/lib/model/format";
import type { Uncertainty } from "@/lib/model/answer/uncertainty";

/** Which ranges the answers of a model have, and what the other kind is in the chart, if there are rows enough for it. */
export function kindOfRangeInWords(kind: Uncertainty["kind"], compared: boolean): string {
  if (kind === "conformal") {
    return "The ranges of this model are conformal: as wide as the errors on rows left out were. By construction they hold their level on average over rows like those of the table, so the filled dots are where they have to be; the hollow dots are what ranges by Student’s t would have held. Among rows of one kind they may hold more or less: the chart below shows it by estimate.";
  }
  const other = compared
    ? "; the hollow dots are what conformal ranges would have held"
    : "; for conformal ranges there are too few rows";
  return `The ranges of this model are by Student’s t, which rests on normal errors that are equally large everywhere${other}.`;
}

/** How many of the claims of a chart hold, of `claims` levels of which `off` do not; `rows` were left out. */
export function levelsInWords(claims: number, off: number, rows: number): string {
  if (rows < FEWEST_ROWS_TO_JUDGE) {
    return asSentence(
      `${countInWords(rows)} rows are too few to say: chance alone could put the dots anywhere on the pale bars`,
    );
  }
  if (off === 0) return `All ${countInWords(claims)} hold what they claim, within sampling error.`;
  return asSentence(
    `${countInWords(off)} of the ${countInWords(claims)} ${off === 1 ? "does" : "do"} not hold what ${off === 1 ? "it claims" : "they claim"}, by more than chance makes`,
  );
}

/** What ranges hold along the estimates, of `groups` groups of which `off` hold more or less than they claim. */
export function coverageByEstimateInWords(groups: number, off: number): string {
  const asked = "A range should hold the truth as often at low estimates as at high ones.";
  if (groups === 0) {
    return `${asked} There are too few rows to say: that takes at least ${formatQuantity(FEWEST_ROWS_TO_JUDGE)}.`;
  }
  if (off === 0) return `${asked} It does here, within sampling error.`;
  return `${asked} In ${countInWords(off)} of ${countInWords(groups)} groups of estimates it does not, by more than chance makes.`;
}

/** σ of a log target as shares, up and down: exp(σ) − 1 and 1 − exp(−σ). */
export function logSigmaInWords(sigma: number, df: number): string {
  return `of the logarithm: an error of this size is ${formatShare(Math.exp(sigma) - 1)} up or ${formatShare(1 - Math.exp(-sigma))} down, on ${formatQuantity(df)} degrees of freedom`;
}

/** What the smearing factor is, and where it holds. */
export function smearingInWords(kind: Uncertainty["kind"] | undefined): string {
  const factor = "the mean over the median, which is what the estimate is";
  return kind === "conformal"
    ? `${factor}, if errors were equally large everywhere; answers give the mean for errors as large as at their own inputs`
    : `${factor}, if errors are equally large everywhere`;
}
