import { median } from "simple-statistics";
import { z } from "zod";
import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import { writerOf } from "../model/format";
import { SHADOW_WORDS } from "./shadow-words";

/** A prediction that the champion has answered, and the challenger in shadow; null where one of them refused. */
export interface Shadowed {
  id: string;
  at: number;
  champion: number | null;
  challenger: number | null;
  /** The range that the champion gave, where that is known. */
  range: { low: number; high: number } | null;
}

const count = z.int().nonnegative();
/** How far apart two models are on live predictions, of which no outcome needs to be known. */
export const shadowSchema = z.strictObject({
  detail: z.string().describe("in words"),
  predictions: count.describe("those that the challenger answered in shadow, up to the newest 10,000"),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  both: count.describe("predictions for which both gave an estimate"),
  refusedByChampion: count.describe("those that the champion alone refused"),
  refusedByChallenger: count.describe("those that the challenger alone refused"),
  difference: z
    .strictObject({
      median: z.number().describe("of the challenger's estimate less the champion's, in the target's unit"),
      medianShare: z.number().nullable().describe("the same as a share of the champion's estimate"),
      size: z.number().describe("the median of its size"),
      sizeShare: z.number().nullable(),
    })
    .nullable()
    .describe(
      "null where there is no prediction for which both gave an estimate; shares are null unless all estimates of the champion are above 0",
    ),
  ranges: z
    .strictObject({ predictions: count, beyond: count })
    .nullable()
    .describe("how many of the challenger's estimates lie outside of the range that the champion gave"),
  largest: z
    .array(z.strictObject({ id: z.string(), at: z.iso.datetime(), champion: z.number(), challenger: z.number() }))
    .describe("the largest differences first, up to five"),
});
export type ShadowSummary = z.infer<typeof shadowSchema>;

const MOST_LARGEST = 5;

/**
 * Sum up what a challenger has answered in shadow.
 *
 * @param unit of the target
 * @param locale of the detail
 */
export function summariseShadow(
  rows: readonly Shadowed[],
  unit: string | undefined,
  locale: Locale = DEFAULT_LOCALE,
): ShadowSummary {
  const both = rows.flatMap(({ champion, challenger, ...row }) =>
    champion === null || challenger === null ? [] : [{ ...row, champion, challenger }],
  );
  const differences = both.map(({ champion, challenger }) => challenger - champion);
  const positive = both.every(({ champion }) => champion > 0);
  const shares = positive ? both.map(({ champion }, index) => differences[index]! / champion) : null;
  const ranged = both.flatMap(({ challenger, range }) => (range ? [{ challenger, ...range }] : []));
  const beyond = ranged.filter(({ challenger, low, high }) => challenger < low || challenger > high);
  const times = rows.map(({ at }) => at);
  const time = (at: number) => (rows.length > 0 ? new Date(at).toISOString() : null);
  const sizes = (values: number[]) => values.map(Math.abs);
  const largest = both
    .filter(({ champion, challenger }) => champion !== challenger)
    .sort((a, b) => Math.abs(b.challenger - b.champion) - Math.abs(a.challenger - a.champion))
    .slice(0, MOST_LARGEST);
  const found = {
    predictions: rows.length,
    from: time(times.reduce((a, b) => Math.min(a, b), Infinity)),
    to: time(times.reduce((a, b) => Math.max(a, b), -Infinity)),
    both: both.length,
    refusedByChampion: rows.filter(({ champion, challenger }) => champion === null && challenger !== null).length,
    refusedByChallenger: rows.filter(({ champion, challenger }) => champion !== null && challenger === null).length,
    difference:
      both.length === 0
        ? null
        : {
            median: median(differences),
            medianShare: shares && median(shares),
            size: median(sizes(differences)),
            sizeShare: shares && median(sizes(shares)),
          },
    ranges: ranged.length === 0 ? null : { predictions: ranged.length, beyond: beyond.length },
    largest: largest.map(({ id, at, champion, challenger }) => ({
      ...{ id, at: new Date(at).toISOString(), champion, challenger },
    })),
  };
  return { detail: shadowInWords(found, unit, locale), ...found };
}

function shadowInWords(found: Omit<ShadowSummary, "detail">, unit: string | undefined, locale: Locale): string {
  const { difference, ranges, refusedByChallenger, refusedByChampion } = found;
  const words = SHADOW_WORDS[locale];
  const write = writerOf(locale);
  if (found.predictions === 0) return words.none;
  const digits = (value: number) => Number(value.toPrecision(2));
  /** With the share of the champion's estimate, where there is one: "$4,000 (4.4%)". */
  const amount = (value: number, share: number | null, how: "quantity" | "signed") =>
    write[how](digits(value), unit) + (share === null ? "" : ` (${write[how](digits(100 * share), "%")})`);
  const inCommon = () => {
    if (!difference) return [words.nothingInCommon];
    const { median: middle, medianShare, size, sizeShare } = difference;
    if (size === 0) return [words.equal];
    return [
      words.within(amount(size, sizeShare, "quantity")),
      ...(middle === 0 ? [] : [words.median(amount(middle, medianShare, "signed"))]),
      ...(ranges ? [words.beyond(write.quantity(ranges.beyond), write.quantity(ranges.predictions))] : []),
    ];
  };
  const on = words.on(write.count(found.predictions, words.prediction, words.predictions));
  return [
    `${on} ${inCommon().join("; ")}`,
    ...(refusedByChallenger > 0 ? [words.refusedByChallenger(write.quantity(refusedByChallenger))] : []),
    ...(refusedByChampion > 0 ? [words.refusedByChampion(write.quantity(refusedByChampion))] : []),
  ].join("; ");
}
