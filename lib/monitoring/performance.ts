import { MEASURES, type MeasureName } from "../judging/measures";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import type { Inputs } from "../model/inputs/value";
import { inSentence } from "../model/format";
import type { Model } from "../model/model";
import { processState } from "../process-state";
import { CLEARS, FIRES } from "./alert-levels";
import { claimedGuesses, claimsOf, DISPLAY_LEVEL, judgeClaim, levelFor, verdictLevel, type Held } from "./claims";
import type { Guess, MaybeRanged } from "./guess";
import { atDefaultLevel, measureCoverage, measureGuesses } from "./measures";
import type { Claim, ClaimVerdict, Measures, Performance, Reported } from "./report";
import { reportedInWords } from "./reported";
import { segmentsOf, type Segment } from "./segments";

/** What became true of an estimate, with the inputs that it was made for; null where they are not kept. */
export interface JudgedOutcome extends MaybeRanged {
  inputs: Inputs | null;
}

const ALL = Object.keys(MEASURES) as MeasureName[];
/** On parts there are fewer rows, and the card claims no more than these. */
const OF_SEGMENTS: MeasureName[] = ["mdape", "within10", "medianRatio"];

/** Everything that outcomes measure, with intervals of a level; nothing for no outcomes. */
export function measureOutcomes(outcomes: readonly MaybeRanged[], level: number): Measures {
  if (outcomes.length === 0) return {};
  const ranged = atDefaultLevel(outcomes);
  return {
    ...measureGuesses(outcomes, level),
    ...(ranged.length > 0 && { coverage: measureCoverage(ranged, level) }),
  };
}

/** What a model claims: of all rows, and of each segment. */
interface ModelClaims {
  whole: Held;
  segments: (Segment & { held: Held })[];
  /** How many parts have rows enough for a verdict. */
  judged: number;
}

const cache = processState("claims", () => new WeakMap<Model, ModelClaims>());

/** The claims do not change with what happens, and measuring them takes longer than most windows do. */
function claimsOfModel(model: Model): ModelClaims {
  const known = cache.get(model);
  if (known) return known;
  const guesses = claimedGuesses(model).map((guess) => ({ ...guess, inputs: model.reading.decode(guess.encoded) }));
  const parts = segmentsOf(model).map((segment) => ({ ...segment, rows: guesses.filter(segment.belongs) }));
  const judged = parts.filter(({ rows }) => rows.length >= FEWEST_ROWS_TO_JUDGE).length;
  const claims = {
    whole: holdWhole(guesses.length, (level) => claimsOf(model, guesses, level)),
    segments: parts.map(({ rows, ...segment }) => ({ ...segment, held: holdPart(judged, rows) })),
    judged,
  };
  cache.set(model, claims);
  return claims;
}

function hold(verdicts: number, rows: number, measure: (level: number) => Measures): Held {
  return { shown: measure(DISPLAY_LEVEL), strict: measure(verdictLevel(verdicts)), alert: null, rows: () => rows };
}

function holdWhole(rows: number, measure: (level: number) => Measures): Held {
  const [fire, keep] = [FIRES, CLEARS].map((share) => measure(levelFor(share, ALL.length)));
  return { ...hold(ALL.length, rows, measure), alert: { fire: fire!, keep: keep! } };
}

function holdPart(judged: number, part: readonly Guess[]): Held {
  const measure = (level: number) => (part.length === 0 ? {} : measureGuesses(part, level));
  return hold(judged * OF_SEGMENTS.length, part.length, measure);
}

/**
 * How outcomes compare with what the card claims, over all and for each part of the table that the card names.
 *
 * @param reported how the estimates with an outcome compare with the others
 */
export function judgePerformance(model: Model, outcomes: readonly JudgedOutcome[], reported: Reported): Performance {
  const claims = claimsOfModel(model);
  const ranged = atDefaultLevel(outcomes).length;
  const whole: Held = {
    ...holdWhole(outcomes.length, (level) => measureOutcomes(outcomes, level)),
    rows: (measure) => (measure === "coverage" ? ranged : outcomes.length),
  };
  const measures = ALL.map((name) => judgeClaim(name, whole, claims.whole)).filter(
    ({ now, claimed }) => now !== null || claimed !== null,
  );
  return {
    ...summarise(measures, reported),
    outcomes: outcomes.length,
    fewest: FEWEST_ROWS_TO_JUDGE,
    reported,
    measures,
    segments: claims.segments.map(({ by, label, belongs, held }) => {
      const part = outcomes.filter(belongs);
      const now = holdPart(claims.judged, part);
      return { by, label, outcomes: part.length, measures: OF_SEGMENTS.map((name) => judgeClaim(name, now, held)) };
    }),
  };
}

function summarise(measures: Claim[], reported: Reported): { verdict: ClaimVerdict; detail: string } {
  const order: ClaimVerdict[] = ["worse than claimed", "better than claimed", "as claimed", "too few to tell"];
  const verdict = order.find((each) => measures.some((measure) => measure.verdict === each)) ?? "too few to tell";
  const named = measures.filter((measure) => measure.verdict === verdict);
  const subject = `of the ${reportedInWords(reported)}`;
  const detail =
    verdict === "as claimed"
      ? `${subject}, nothing differs from what the card claims by more than chance makes`
      : verdict === "too few to tell"
        ? (named[0]?.detail ?? "nothing was measured")
        : `${subject}, ${named.map(({ label, detail: each }) => `${inSentence(label)}: ${each}`).join("; ")}`;
  return { verdict, detail };
}
