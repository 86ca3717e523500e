import { binomialTwoSided } from "../math/binomial";
import { toleranceOf } from "../model/answer/confidence";
import { hasShares, type Evidence } from "../model/evidence";
import { formatQuantity, formatShare, listInWords } from "../model/format";
import type { Model } from "../model/model";
import { SIGNIFICANCE } from "./checks/check";
import type { Challenge } from "./challenge";
import { brokenClaims } from "./claimed-share";
import { countCloser, errorsOf } from "./closer";
import { medianInterval } from "./intervals";

/** One check of a gate, in words. */
export interface GateCheck {
  check: "golden" | "accuracy" | "coverage" | "outcomes";
  holds: boolean;
  detail: string;
}

/**
 * What a model must show before it answers in the place of another: its golden rows hold, it is not worse on rows left
 * out than chance allows, its ranges hold as many truths as they claim, and it is not worse on outcomes that were reported
 * since than chance allows.
 *
 * @param champion the model that answers now; without one there is nothing to be worse than
 * @param outcomes what outcomes say of both, if there is a champion
 */
export function judgeGate(candidate: Model, champion: Model | undefined, outcomes: Challenge | null): GateCheck[] {
  return [
    checkGolden(candidate),
    checkAccuracy(candidate, champion),
    checkCoverage(candidate, champion),
    checkOutcomes(outcomes),
  ];
}

/** Where there are too few outcomes to tell, they stand in nobody's way. */
function checkOutcomes(outcomes: Challenge | null): GateCheck {
  const check = "outcomes";
  if (!outcomes) return { check, holds: true, detail: "there is no champion whose outcomes are known" };
  const { verdict, detail } = outcomes;
  return { check, holds: verdict !== "the champion is closer", detail: `${detail}: ${verdict}` };
}

/** `loadModel` has refused a model whose golden rows do not hold. */
function checkGolden({ bundle: { golden } }: Model): GateCheck {
  const { length } = golden;
  const detail =
    length > 0
      ? `its ${length === 1 ? "golden row holds" : `${length} golden rows hold`}`
      : "it has no golden rows, which show that it answers here as it did where it was fitted";
  return { check: "golden", holds: length > 0, detail };
}

function checkAccuracy(candidate: Model, champion: Model | undefined): GateCheck {
  const check = "accuracy";
  if (!champion?.evidence) return { check, holds: true, detail: "there is no champion with a known accuracy" };
  if (!candidate.evidence)
    return {
      check,
      holds: false,
      detail: "no rows show how accurate it is, and the accuracy of the champion is known",
    };
  const measured = measureBoth(candidate, champion);
  const { one, other, write } = measured;
  const compared = `its median error on rows left out is ${write(one)}, the champion's is ${write(other)}`;
  const because = (holds: boolean, why: string): GateCheck => ({ check, holds, detail: `${compared}; ${why}` });

  const better = countCloser(candidate, champion);
  const worse = countCloser(champion, candidate);
  if (better && worse) {
    const rows = better.count + worse.count;
    const isWorse = worse.count > better.count && binomialTwoSided(worse.count, rows, 0.5) < SIGNIFICANCE;
    const counted = `the champion is closer on ${worse.count} of ${rows} rows on which they differ`;
    return because(!isWorse, `${counted}, which is ${isWorse ? "more than" : "within what"} chance makes`);
  }
  if (one <= other) return because(true, "it is not worse");
  const [own, theirs] = [candidate, champion].map((model) => distancesOf(model, measured.shares));
  if (own!.length === 0 || theirs!.length === 0) return because(false, "no rows show whether that is chance");
  const isWorse = medianInterval(own!, ENDS_APART).low > medianInterval(theirs!, ENDS_APART).high;
  return because(!isWorse, isWorse ? "that is more than chance makes" : "chance makes as much of a difference");
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
  const write = (value: number) => (shares ? formatShare(value) : formatQuantity(Number(value.toPrecision(3)), unit));
  return { one: one!, other: other!, shares, write };
}

const medianError = ({ accuracy }: Evidence, shares: boolean) => (shares ? accuracy.mdape! : accuracy.mdae);

function distancesOf(model: Model, shares: boolean): number[] {
  return errorsOf(model).map(({ actual, estimate }) => Math.abs(estimate - actual) / (shares ? Math.abs(actual) : 1));
}

function checkCoverage({ uncertainty, evidence }: Model, champion: Model | undefined): GateCheck {
  const check = "coverage";
  if (!uncertainty) {
    const holds = !champion?.uncertainty;
    return { check, holds, detail: holds ? "it gives no ranges" : "it gives no ranges, and the champion does" };
  }
  if (!evidence) return { check, holds: false, detail: "no rows show how many truths its ranges hold" };
  const claims = evidence.accuracy.coverage.map(({ level: claimed, measured }) => {
    return { claimed, measured, n: evidence.measured };
  });
  const narrow = brokenClaims(claims, SIGNIFICANCE).filter(({ claimed, measured }) => measured < claimed);
  const inWords = (of: typeof claims) =>
    listInWords(of.map(({ claimed, measured }) => `${formatShare(measured)} of the truths at ${formatShare(claimed)}`));
  return narrow.length > 0
    ? { check, holds: false, detail: `its ranges hold ${inWords(narrow)}, which is less than chance makes` }
    : { check, holds: true, detail: `its ranges hold ${inWords(claims)}` };
}
