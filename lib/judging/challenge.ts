import { mean, median } from "simple-statistics";
import { z } from "zod";
import { binomialTwoSided } from "../math/binomial";
import { meanInterval } from "../math/mean-interval";
import { toleranceOf } from "../model/answer/tolerance";
import { hasShares } from "../model/evidence";
import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import { writerOf, type Writer } from "../model/format";
import type { Model } from "../model/model";
import { CHALLENGE_WORDS } from "./challenge-words";
import { shareInterval } from "./intervals";

/** What a model estimated before the outcome was known, with its range if it gives any. */
export interface Estimate {
  estimate: number;
  range: { level: number; low: number; high: number } | null;
}

/** An outcome that two models estimated. */
export interface Contest {
  actual: number;
  champion: Estimate;
  challenger: Estimate;
}

export const challengeVerdicts = [
  "the challenger is closer",
  "the champion is closer",
  "no difference beyond chance",
  "too few to tell",
] as const;

const count = z.int().nonnegative();
const side = z.strictObject({
  medianError: z.number(),
  meanError: z.number(),
  ranges: z
    .strictObject({
      claimed: z.number().describe("the level of the ranges"),
      outcomes: count,
      inside: count,
      share: z.number(),
      low: z.number(),
      high: z.number(),
      holds: z.boolean().describe("whether the claim is within the 95% confidence interval of the share"),
    })
    .nullable()
    .describe("how many outcomes lie in its ranges; null where it gives none"),
});

/** How two models did on the same outcomes; absolute errors, in shares of the outcome or in the target's unit. */
export const challengeSchema = z.strictObject({
  verdict: z.enum(challengeVerdicts),
  detail: z.string().describe("the verdict in words"),
  outcomes: count,
  errors: z.enum(["shares of the outcome", "the target's unit"]),
  champion: side.nullable().describe("null without outcomes"),
  challenger: side.nullable(),
  difference: z
    .strictObject({ mean: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe(
      "the champion's error less the challenger's, over the outcomes, with its 95% confidence interval: above 0 where the challenger is closer; null below 10 outcomes",
    ),
  closer: z
    .strictObject({ count, rows: count, p: z.number() })
    .describe("on how many of the outcomes on which their errors differ the challenger is closer (sign test)"),
  needed: count
    .nullable()
    .describe("about how many outcomes it takes in all to tell; null where there is a verdict or nothing to go by"),
});
export type Challenge = z.infer<typeof challengeSchema>;
export type ChallengeSide = z.infer<typeof side>;

/** Below, no confidence interval has the coverage that it claims. */
export const FEWEST_OUTCOMES = 10;
const LEVEL = 0.95;
/** A smaller difference, as a share of the champion's mean error, is no reason to replace a model. */
const SMALLEST_DIFFERENCE = 0.1;
/** Standard errors from 0 at which a difference is seen four times out of five: those of 97.5% and of 80%. */
const STANDARD_ERRORS_TO_SEE = 1.959964 + 0.841621;

/** Whether the errors of both are shares of the outcome. */
export function comparesShares(models: readonly Model[], actuals: readonly number[]): boolean {
  const oneSided = actuals.every((actual) => actual > 0) || actuals.every((actual) => actual < 0);
  return oneSided && models.every((model) => "relative" in toleranceOf(model) && hasSharesOrNone(model));
}

const hasSharesOrNone = ({ evidence }: Model) => evidence === null || hasShares(evidence);

/**
 * Compare two models on the same outcomes. The verdict rests on the mean of the paired differences of their absolute
 * errors: one is closer where the 95% confidence interval of that mean leaves out 0. Otherwise there are too few outcomes
 * to tell, unless there are enough to see a difference of a tenth of the champion's error.
 *
 * @param shares whether errors are shares of the outcome; see `comparesShares`
 * @param locale of the detail
 */
export function judgeChallenge(
  contests: readonly Contest[],
  shares: boolean,
  unit: string | undefined,
  locale: Locale = DEFAULT_LOCALE,
): Challenge {
  const errorsBy = (of: "champion" | "challenger") =>
    contests.map((each) => Math.abs(each[of].estimate - each.actual) / (shares ? Math.abs(each.actual) : 1));
  const [champion, challenger] = [errorsBy("champion"), errorsBy("challenger")];
  const differences = champion.map((error, index) => error - challenger[index]!);
  const outcomes = contests.length;
  const rows = differences.filter((difference) => difference !== 0).length;
  const closer = differences.filter((difference) => difference > 0).length;
  const interval = outcomes >= FEWEST_OUTCOMES ? meanInterval(differences, LEVEL) : null;
  const difference = interval && { mean: interval.mean, low: interval.low, high: interval.high };
  const needed = interval && outcomesNeeded(interval, mean(champion));
  const verdict = verdictOf(difference, needed, outcomes);
  const found = {
    outcomes,
    errors: shares ? ("shares of the outcome" as const) : ("the target's unit" as const),
    champion: sideOf(contests, "champion", champion),
    challenger: sideOf(contests, "challenger", challenger),
    difference,
    closer: { count: closer, rows, p: rows === 0 ? 1 : binomialTwoSided(closer, rows, 0.5) },
    needed: verdict === "too few to tell" ? needed : null,
  };
  return { verdict, detail: challengeInWords({ verdict, ...found }, unit, locale), ...found };
}

function verdictOf(difference: Challenge["difference"], needed: number | null, outcomes: number): Challenge["verdict"] {
  if (!difference || needed === null) return "too few to tell";
  if (difference.low > 0) return "the challenger is closer";
  if (difference.high < 0) return "the champion is closer";
  return outcomes < needed ? "too few to tell" : "no difference beyond chance";
}

/** How many outcomes it takes to see a difference of this size, or one that would matter if that is larger. */
function outcomesNeeded({ mean: seen, deviation }: { mean: number; deviation: number }, error: number): number {
  const size = Math.max(Math.abs(seen), SMALLEST_DIFFERENCE * error);
  return size > 0 ? Math.ceil((STANDARD_ERRORS_TO_SEE * deviation) ** 2 / size ** 2) : 0;
}

function sideOf(contests: readonly Contest[], of: "champion" | "challenger", errors: number[]): ChallengeSide | null {
  if (errors.length === 0) return null;
  return { medianError: median(errors), meanError: mean(errors), ranges: rangesOf(contests, of) };
}

/** Over the outcomes whose range has the commonest level. */
function rangesOf(contests: readonly Contest[], of: "champion" | "challenger"): ChallengeSide["ranges"] {
  const ranged = contests.flatMap(({ actual, [of]: { range } }) => (range ? [{ actual, ...range }] : []));
  const levels = new Map<number, number>();
  for (const { level } of ranged) levels.set(level, (levels.get(level) ?? 0) + 1);
  const [claimed, outcomes] = [...levels].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (claimed === undefined || outcomes === undefined) return null;
  const inside = ranged.filter((each) => each.level === claimed && each.low <= each.actual && each.actual <= each.high);
  const { value: share, low, high } = shareInterval(inside.length, outcomes, LEVEL);
  return { claimed, outcomes, inside: inside.length, share, low, high, holds: low <= claimed && claimed <= high };
}

/** An error for people, in two significant digits, so that small differences can be told apart: "1.2%", "$1,300". */
export function writeError(
  { quantity }: Writer,
  value: number,
  { errors }: Pick<Challenge, "errors">,
  unit: string | undefined,
): string {
  return errors === "the target's unit" ? quantity(Number(value.toPrecision(2)), unit) : quantity(inPoints(value), "%");
}

/** A difference of two errors for people: "1.2 percentage points", "$1,300". A share less a share is no share of either. */
export function writeErrorDifference(
  writer: Writer,
  value: number,
  found: Pick<Challenge, "errors">,
  unit: string | undefined,
): string {
  if (found.errors === "the target's unit") return writeError(writer, value, found, unit);
  const { point, points } = CHALLENGE_WORDS[writer.locale];
  return writer.count(inPoints(value), point, points);
}

const inPoints = (share: number) => Number((100 * share).toPrecision(2));

/** What outcomes say of two versions, as a message. */
export function challengeInWords(
  found: Omit<Challenge, "detail">,
  unit: string | undefined,
  locale: Locale = DEFAULT_LOCALE,
): string {
  const { verdict, champion, difference, closer, needed } = found;
  const words = CHALLENGE_WORDS[locale];
  const write = writerOf(locale);
  if (found.outcomes === 0) return words.none;
  const outcomes = write.count(found.outcomes, words.outcome, words.outcomes);
  if (!difference) return words.few(outcomes, write.quantity(FEWEST_OUTCOMES));
  if (closer.rows === 0) return words.same(outcomes);
  const { mean: seen, low, high } = difference;
  const [less, more] = seen >= 0 ? [low, high] : [-high, -low];
  const apart = (value: number) => writeErrorDifference(write, value, found, unit);
  // "0.4 to 1.2 percentage points", "$400 to $1,200".
  const from = found.errors === "the target's unit" ? apart(less) : write.quantity(inPoints(less));
  const errors = words.errors(outcomes, apart(Math.abs(seen)), seen >= 0, from, apart(more));
  const both = `${errors}, ${words.and} ${words.closer(write.quantity(closer.count), write.quantity(closer.rows))}`;
  if (verdict !== "too few to tell" || needed === null) return both;
  const isLarge = Math.abs(seen) >= SMALLEST_DIFFERENCE * champion!.meanError;
  return `${both}; ${words.needed(write.quantity(needed - found.outcomes), isLarge)}`;
}
