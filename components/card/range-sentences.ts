import type { Locale } from "@/lib/language/locale";
import { calibratedCoverage } from "@/lib/model/answer/calibrated-coverage";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { Uncertainty } from "@/lib/model/answer/uncertainty";
import { type Evidence, FEWEST_ROWS_TO_JUDGE } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";
import { RANGE_WORDS } from "./range-words";

/** The sentences of the card about ranges and probabilities, each a function of its values. */

/** Which ranges the answers of a model have, and what the other kind is in the chart, if there are rows enough for it. */
export function kindOfRangeInWords(
  locale: Locale,
  kind: Uncertainty["kind"],
  compared: boolean,
  evidence: Pick<Evidence, "calibration" | "measured">,
): string {
  const words = RANGE_WORDS[locale];
  if (kind === "conformal") {
    return evidence.calibration ? words.splitConformal(luckInWords(locale, evidence.measured)) : words.conformal;
  }
  return words.student + (compared ? words.hollowConformal : words.tooFewForConformal);
}

/** In how many calibration tables out of ten the coverage is within the limits that are named. */
const OF_TABLES = 0.9;

/** How much the coverage depends on which rows the calibration rows are. */
function luckInWords(locale: Locale, rows: number): string {
  const spread = calibratedCoverage(rows, DEFAULT_LEVEL);
  if (!spread) return "";
  const { quantity, share, outOf } = writerOf(locale);
  const [low, high] = [share(spread.low), share(spread.high)];
  return RANGE_WORDS[locale].luck(outOf(OF_TABLES), quantity(rows), share(DEFAULT_LEVEL), low, high);
}

/** How many levels are calibrated, of `claims` levels of which `off` are not; `rows` were left out. */
export function levelsInWords(locale: Locale, claims: number, off: number, rows: number): string {
  const words = RANGE_WORDS[locale];
  const { quantity } = writerOf(locale);
  if (rows < FEWEST_ROWS_TO_JUDGE) return words.tooFewForLevels(rows, quantity(rows));
  if (off === 0) return words.allLevels(quantity(claims));
  if (off === claims) return words.noLevel(quantity(claims));
  return words.someLevels(quantity(off), quantity(claims));
}

/** The coverage along the estimates, of `groups` groups of which `off` have more or less than they claim. */
export function coverageByEstimateInWords(locale: Locale, groups: number, off: number): string {
  const words = RANGE_WORDS[locale];
  const { quantity } = writerOf(locale);
  const verdict = () => {
    if (groups < 2) return words.tooFewForGroups(quantity(2 * FEWEST_ROWS_TO_JUDGE));
    if (off === 0) return words.itIs;
    return off === groups ? words.allGroups(quantity(groups)) : words.someGroups(quantity(off), quantity(groups));
  };
  return `${words.sameAlongEstimate} ${verdict()}`;
}

/** Whether claimed and measured shares agree, of groups side by side of which `off` do not. */
export function brokenInWords(locale: Locale, off: number): string {
  const words = RANGE_WORDS[locale];
  return off === 0 ? words.calibrated : words.notCalibrated(off, writerOf(locale).quantity(off));
}
