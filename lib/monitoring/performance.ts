import { setImmediate } from "node:timers/promises";
import { measuresBy, yardstickOf, type MeasureName, type Yardstick } from "../judging/measures";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import type { Inputs } from "../model/inputs/value";
import { writerOf } from "../model/format";
import type { Model } from "../model/model";
import { originalOf } from "../model/translate";
import { localeOf, type Locale } from "../language/locale";
import { processState } from "../process-state";
import { CLEARS, FIRES } from "./alert-levels";
import { claimedGuesses, claimsOf, DISPLAY_LEVEL, judgeClaim, levelFor, verdictLevel, type Held } from "./claims";
import type { Guess, MaybeRanged } from "./guess";
import { atDefaultLevel, measureCoverage, measureGuesses } from "./measures";
import type { Claim, ClaimVerdict, Measures, Performance, Reported } from "./report";
import { reportedInWords } from "./reported";
import { segmentsOf } from "./segments";
import { REPORT_WORDS } from "./words";

/** What became true of an estimate, with the inputs that it was made for; null where they are not kept. */
export interface JudgedOutcome extends MaybeRanged {
  inputs: Inputs | null;
}

/** On parts there are fewer rows, and the card claims no more than the first of the measures: errors, and the median ratio. */
function measuresOfSegments(yardstick: Yardstick): MeasureName[] {
  return measuresBy(yardstick).slice(0, yardstick.shares ? 3 : 2);
}

/** Everything that outcomes measure, with intervals of a level; nothing for no outcomes. */
export function measureOutcomes(outcomes: readonly MaybeRanged[], level: number, yardstick?: Yardstick): Measures {
  if (outcomes.length === 0) return {};
  const ranged = atDefaultLevel(outcomes);
  return {
    ...measureGuesses(outcomes, level, yardstick),
    ...(ranged.length > 0 && { coverage: measureCoverage(ranged, level) }),
  };
}

/** What a model claims: of all rows, and of each segment. */
interface ModelClaims {
  whole: Held;
  /** In the order of `segmentsOf`. */
  segments: Held[];
  /** How many parts have rows enough for a verdict. */
  judged: number;
}

const cache = processState("claims", () => new WeakMap<Model, Promise<ModelClaims>>());

/** Claims stay the same whatever is reported, and measuring them takes longer than most reports. */
function claimsOfModel(model: Model): Promise<ModelClaims> {
  const original = originalOf(model);
  let claims = cache.get(original);
  if (!claims) cache.set(original, (claims = measureClaims(original)));
  return claims;
}

async function measureClaims(model: Model): Promise<ModelClaims> {
  const guesses = claimedGuesses(model).map((guess) => ({ ...guess, inputs: model.reading.decode(guess.encoded) }));
  const yardstick = yardstickOf(model);
  const parts = segmentsOf(model).map((segment) => ({ ...segment, rows: guesses.filter(segment.belongs) }));
  const judged = parts.filter(({ rows }) => rows.length >= FEWEST_ROWS_TO_JUDGE).length;
  const whole = await holdWhole(yardstick, guesses.length, (level) => claimsOf(model, guesses, level));
  const segments: ModelClaims["segments"] = [];
  for (const { rows } of parts) segments.push(await holdPart(judged, rows, yardstick));
  return { whole, segments, judged };
}

/** Measure at several levels; others have their turn between. */
async function measureAt(levels: number[], measure: (level: number) => Measures): Promise<Measures[]> {
  const measured: Measures[] = [];
  for (const level of levels) {
    measured.push(measure(level));
    await setImmediate();
  }
  return measured;
}

async function hold(verdicts: number, rows: number, measure: (level: number) => Measures): Promise<Held> {
  const [shown, strict] = await measureAt([DISPLAY_LEVEL, verdictLevel(verdicts)], measure);
  return { shown: shown!, strict: strict!, alert: null, rows: () => rows };
}

async function holdWhole(yardstick: Yardstick, rows: number, measure: (level: number) => Measures): Promise<Held> {
  const verdicts = measuresBy(yardstick).length;
  const levels = [FIRES, CLEARS].map((share) => levelFor(share, verdicts));
  const [fire, keep] = await measureAt(levels, measure);
  return { ...(await hold(verdicts, rows, measure)), alert: { fire: fire!, keep: keep! } };
}

function holdPart(judged: number, part: readonly Guess[], yardstick: Yardstick): Promise<Held> {
  const measure = (level: number) => (part.length === 0 ? {} : measureGuesses(part, level, yardstick));
  return hold(judged * measuresOfSegments(yardstick).length, part.length, measure);
}

/**
 * How outcomes compare with what the card claims, over all and for each part of the table that the card names.
 *
 * @param outcomes those that are measured: all, or a sample
 * @param reported how the estimates with an outcome compare with the others
 */
export async function judgePerformance(
  model: Model,
  outcomes: readonly JudgedOutcome[],
  reported: Reported,
): Promise<Performance> {
  const claims = await claimsOfModel(model);
  const ranged = atDefaultLevel(outcomes).length;
  const yardstick = yardstickOf(model);
  const [all, ofSegments] = [measuresBy(yardstick), measuresOfSegments(yardstick)];
  const measure = (level: number) => measureOutcomes(outcomes, level, yardstick);
  const whole: Held = {
    ...(await holdWhole(yardstick, outcomes.length, measure)),
    rows: (name) => (name === "coverage" ? ranged : outcomes.length),
  };
  const measures = all
    .map((name) => judgeClaim(model, name, whole, claims.whole))
    .filter(({ now, claimed }) => now !== null || claimed !== null);
  const segments: Performance["segments"] = [];
  for (const [index, { by, label, belongs }] of segmentsOf(model).entries()) {
    const part = outcomes.filter(belongs);
    const now = await holdPart(claims.judged, part, yardstick);
    segments.push({
      by,
      label,
      outcomes: part.length,
      measures: ofSegments.map((name) => judgeClaim(model, name, now, claims.segments[index]!)),
    });
  }
  return {
    ...summarise(localeOf(model.spec), measures, reported),
    outcomes: reported.outcomes,
    measured: outcomes.length,
    fewest: FEWEST_ROWS_TO_JUDGE,
    reported,
    measures,
    segments,
  };
}

function summarise(locale: Locale, measures: Claim[], reported: Reported): { verdict: ClaimVerdict; detail: string } {
  const words = REPORT_WORDS[locale];
  const { inSentence } = writerOf(locale);
  const order: ClaimVerdict[] = ["worse than claimed", "better than claimed", "as claimed", "too few to tell"];
  const verdict = order.find((each) => measures.some((measure) => measure.verdict === each)) ?? "too few to tell";
  const named = measures.filter((measure) => measure.verdict === verdict);
  const subject = reportedInWords(locale, reported);
  const detail =
    verdict === "as claimed"
      ? words.asClaimed(subject, reported.outcomes)
      : verdict === "too few to tell"
        ? (named[0]?.detail ?? words.nothingMeasured)
        : words.finding(
            subject,
            named.map(({ label, detail: each }) => `${inSentence(label)}: ${each}`),
          );
  return { verdict, detail };
}
