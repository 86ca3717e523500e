import { FEWEST_ROWS_TO_JUDGE } from "../regression/accuracy";
import { formatQuantity, formatValue, inSentence } from "../regression/format";
import type { Accuracy } from "../regression/artifact";
import type { Inputs } from "../regression/design";
import type { Model } from "../regression/model";
import { claimedGuesses, claimsOf, DISPLAY_LEVEL, judgeClaim, verdictLevel } from "./claims";
import {
  atDefaultLevel,
  MEASURES,
  measureCoverage,
  measureGuesses,
  type Guess,
  type Measures,
  type RangedGuess,
} from "./measures";
import type { Claim, ClaimVerdict, MeasureName, Performance } from "./report";

/** What became true of an estimate, with the inputs that it was made for; null where they are not kept. */
export interface JudgedOutcome extends RangedGuess {
  inputs: Inputs | null;
}

const ALL = Object.keys(MEASURES) as MeasureName[];
/** On parts there are fewer rows, and the card claims no more than these. */
const OF_SEGMENTS: MeasureName[] = ["mdape", "within10", "medianRatio"];

/** Everything that outcomes measure, with intervals of a level; nothing for no outcomes. */
export function measureOutcomes(outcomes: readonly JudgedOutcome[], level: number): Measures {
  if (outcomes.length === 0) return {};
  const ranged = atDefaultLevel(outcomes);
  return {
    ...measureGuesses(outcomes, level),
    ...(ranged.length > 0 && { coverage: measureCoverage(ranged, level) }),
  };
}

/** How outcomes compare with what the card claims, over all and for each part of the table that the card names. */
export function judgePerformance(model: Model, outcomes: readonly JudgedOutcome[]): Performance {
  const guesses = claimedGuesses(model);
  const ranged = atDefaultLevel(outcomes).length;
  const measures = judgeAll(
    ALL,
    (measure) => (measure === "coverage" ? ranged : outcomes.length),
    (level) => measureOutcomes(outcomes, level),
    () => guesses.length,
    (level) => claimsOf(model, guesses, level),
    ALL.length,
  ).filter(({ now, claimed }) => now !== null || claimed !== null);
  return {
    ...summarise(measures),
    outcomes: outcomes.length,
    fewest: FEWEST_ROWS_TO_JUDGE,
    measures,
    segments: judgeSegments(model, outcomes, guesses),
  };
}

function judgeAll(
  names: MeasureName[],
  rows: (measure: MeasureName) => number,
  measure: (level: number) => Measures,
  claimedRows: (measure: MeasureName) => number,
  claim: (level: number) => Measures,
  verdicts: number,
): Claim[] {
  const level = verdictLevel(verdicts);
  const now = { rows, shown: measure(DISPLAY_LEVEL), strict: measure(level) };
  const claimed = { rows: claimedRows, shown: claim(DISPLAY_LEVEL), strict: claim(level) };
  return names.map((name) => judgeClaim(name, now, claimed));
}

function summarise(measures: Claim[]): { verdict: ClaimVerdict; detail: string } {
  const order: ClaimVerdict[] = ["worse than claimed", "better than claimed", "as claimed", "too few to tell"];
  const verdict = order.find((each) => measures.some((measure) => measure.verdict === each)) ?? "too few to tell";
  const named = measures.filter((measure) => measure.verdict === verdict);
  const detail =
    verdict === "as claimed"
      ? "nothing differs from what the card claims by more than chance makes"
      : verdict === "too few to tell"
        ? (named[0]?.detail ?? "nothing was measured")
        : named.map(({ label, detail: each }) => `${inSentence(label)}: ${each}`).join("; ");
  return { verdict, detail };
}

type Segment = Accuracy["segments"][number];

function judgeSegments(
  model: Model,
  outcomes: readonly JudgedOutcome[],
  guesses: readonly (Guess & { encoded: Float64Array })[],
): Performance["segments"] {
  const { segments } = model.artifact.accuracy;
  const rows = guesses.map((guess) => ({ ...guess, inputs: model.design.decode(guess.encoded) }));
  const measure = (part: Guess[]) => (level: number) => (part.length === 0 ? {} : measureGuesses(part, level));
  return segments.map((segment) => {
    const belongs = membership(model, segment);
    const [now, claimed] = [outcomes.filter(belongs), rows.filter(belongs)];
    const verdicts = segments.length * OF_SEGMENTS.length;
    return {
      by: segment.by,
      label: labelSegment(model, segment),
      outcomes: now.length,
      measures: judgeAll(
        OF_SEGMENTS,
        () => now.length,
        measure(now),
        () => claimed.length,
        measure(claimed),
        verdicts,
      ),
    };
  });
}

/** Whether a row belongs to a segment; what lies below the lowest or above the highest part belongs to that part. */
function membership({ artifact }: Model, { by, range, value }: Segment) {
  const ranges = artifact.accuracy.segments.flatMap((each) => (each.by === by && each.range ? [each.range] : []));
  const lowest = Math.min(...ranges.map(({ low }) => low));
  const highest = Math.max(...ranges.map(({ high }) => high));
  return ({ actual, inputs }: { actual: number; inputs: Inputs | null }) =>
    range
      ? (range.low === lowest || actual > range.low) && (range.high === highest || actual <= range.high)
      : inputs?.[by] === value;
}

function labelSegment({ spec }: Model, { by, range, value }: Segment): string {
  const { label, unit } = spec.target;
  if (range) return `${inSentence(label)} ${formatQuantity(range.low)} to ${formatQuantity(range.high, unit)}`;
  const input = spec.inputs.find(({ name }) => name === by);
  return `${inSentence(input?.label ?? by)}: ${value === null ? "any" : formatValue(value)}`;
}
