import { localeOf } from "../language/locale";
import { binomialTwoSided } from "../math/binomial";
import { toleranceOf } from "../model/answer/tolerance";
import { hasShares, type Evidence } from "../model/evidence";
import { writerOf } from "../model/format";
import type { Model } from "../model/model";
import { SIGNIFICANCE } from "./checks/check";
import { challengeInWords, type Challenge } from "./challenge";
import { CHALLENGE_WORDS } from "./challenge-words";
import { brokenClaims } from "./claimed-share";
import { countCloser, errorsOf } from "./closer";
import { GATE_WORDS } from "./gate-words";
import { medianInterval } from "./intervals";
import { writeMeasure } from "./measure-words";

/** One check of a gate, in words. */
export interface GateCheck {
  check: "golden" | "accuracy" | "coverage" | "outcomes";
  holds: boolean;
  detail: string;
}

/** The words of the gate in the language of a version. */
const wordsOf = ({ spec }: Model) => GATE_WORDS[localeOf(spec)];

/**
 * What a model must show before it replaces another: its golden rows match; it is not worse on left-out rows than chance
 * explains; its ranges cover as many actual values as they claim; and it is not worse on outcomes that were reported since
 * than chance explains. The details are in the language of the candidate's description.
 *
 * @param champion the version in use; without one there is nothing to be worse than
 * @param outcomes what outcomes say of both, if there is a champion
 */
export function judgeGate(candidate: Model, champion: Model | undefined, outcomes: Challenge | null): GateCheck[] {
  return [
    checkGolden(candidate),
    checkAccuracy(candidate, champion),
    checkCoverage(candidate, champion),
    checkOutcomes(candidate, outcomes),
  ];
}

/** Where there are too few outcomes to tell, the check holds. */
function checkOutcomes(candidate: Model, outcomes: Challenge | null): GateCheck {
  const check = "outcomes";
  if (!outcomes) return { check, holds: true, detail: wordsOf(candidate).noOutcomes };
  const { verdict } = outcomes;
  const locale = localeOf(candidate.spec);
  const found = challengeInWords(outcomes, candidate.spec.target.unit, locale);
  return {
    check,
    holds: verdict !== "the champion is closer",
    detail: `${found}: ${CHALLENGE_WORDS[locale].verdicts[verdict]}`,
  };
}

/** `loadModel` has refused a model whose golden rows do not match. */
function checkGolden(candidate: Model): GateCheck {
  const { length } = candidate.bundle.golden;
  const words = wordsOf(candidate);
  return { check: "golden", holds: length > 0, detail: length > 0 ? words.golden(length) : words.noGolden };
}

function checkAccuracy(candidate: Model, champion: Model | undefined): GateCheck {
  const check = "accuracy";
  const words = wordsOf(candidate);
  if (!champion?.evidence) return { check, holds: true, detail: words.noAccuracy };
  if (!candidate.evidence) return { check, holds: false, detail: words.noRows };
  const { one, other, shares, write } = measureBoth(candidate, champion);
  const compared = words.compared(write(one), write(other));
  const because = (holds: boolean, why: string): GateCheck => ({ check, holds, detail: `${compared}; ${why}` });

  const better = countCloser(candidate, champion);
  const worse = countCloser(champion, candidate);
  if (better && worse) {
    const rows = better.count + worse.count;
    if (rows === 0) return because(true, words.alike);
    const isWorse = worse.count > better.count && binomialTwoSided(worse.count, rows, 0.5) < SIGNIFICANCE;
    const { quantity } = writerOf(localeOf(candidate.spec));
    const counted = words.counted(quantity(worse.count), quantity(rows));
    return because(!isWorse, `${counted}, ${isWorse ? words.beyondChance : words.withinChance}`);
  }
  if (one <= other) return because(true, words.notWorse);
  const [own, theirs] = [candidate, champion].map((model) => distancesOf(model, shares));
  if (own!.length === 0 || theirs!.length === 0) return because(false, words.unknownChance);
  const isWorse = medianInterval(own!, ENDS_APART).low > medianInterval(theirs!, ENDS_APART).high;
  return because(!isWorse, isWorse ? words.worse : words.asChance);
}

/**
 * The level at which the intervals of two figures of like precision miss each other in 5% of cases where both are the same.
 *
 * Source: Goldstein & Healy (1995), "The graphical presentation of a collection of means", Journal of the Royal
 * Statistical Society A 158, 175–177.
 */
const ENDS_APART = 0.834;

/** The median errors of both, in shares of the outcome where both are judged by them. */
function measureBoth(candidate: Model, champion: Model) {
  const both = [candidate, champion];
  const shares = both.every((model) => "relative" in toleranceOf(model) && hasShares(model.evidence!));
  const [one, other] = both.map(({ evidence }) => medianError(evidence!, shares));
  const { unit } = candidate.spec.target;
  const write = (value: number) => writeMeasure(localeOf(candidate.spec), shares ? "mdape" : "mdae", value, unit);
  return { one: one!, other: other!, shares, write };
}

const medianError = ({ accuracy }: Evidence, shares: boolean) => (shares ? accuracy.mdape! : accuracy.mdae);

function distancesOf(model: Model, shares: boolean): number[] {
  return errorsOf(model).map(({ actual, estimate }) => Math.abs(estimate - actual) / (shares ? Math.abs(actual) : 1));
}

function checkCoverage(candidate: Model, champion: Model | undefined): GateCheck {
  const check = "coverage";
  const { uncertainty, evidence } = candidate;
  const words = wordsOf(candidate);
  if (!uncertainty) {
    const holds = !champion?.uncertainty;
    return { check, holds, detail: holds ? words.noRanges : words.lessRanges };
  }
  if (!evidence) return { check, holds: false, detail: words.noCoverage };
  const claims = evidence.accuracy.coverage.map(({ level: claimed, measured }) => {
    return { claimed, measured, n: evidence.measured };
  });
  const narrow = brokenClaims(claims, SIGNIFICANCE).filter(({ claimed, measured }) => measured < claimed);
  const { share, list } = writerOf(localeOf(candidate.spec));
  const inWords = (of: typeof claims) =>
    list(of.map(({ claimed, measured }) => words.covered(share(measured), share(claimed))));
  return narrow.length > 0
    ? { check, holds: false, detail: words.coversLess(inWords(narrow)) }
    : { check, holds: true, detail: words.covers(inWords(claims)) };
}
