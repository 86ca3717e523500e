import { median } from "simple-statistics";
import { z } from "zod";
import { formatCount, formatQuantity, listInWords } from "../model/format";

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
  both: count.describe("those that both estimated"),
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
    .describe("null where both estimated nothing; shares are null unless all estimates of the champion are above 0"),
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
 */
export function summariseShadow(rows: readonly Shadowed[], unit: string | undefined): ShadowSummary {
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
  return { detail: shadowInWords(found, unit), ...found };
}

function shadowInWords(found: Omit<ShadowSummary, "detail">, unit: string | undefined): string {
  const { predictions, difference, ranges } = found;
  if (predictions === 0) return "the challenger has answered no prediction in shadow yet";
  const on = `on ${formatCount(predictions, "prediction")} in shadow`;
  if (!difference) return `${on} the two have no estimate in common${refusalsInWords(found)}`;
  const share = (value: number | null) => (value === null ? "" : ` (${formatPercent(value)})`);
  const write = (value: number) => formatQuantity(Number(value.toPrecision(2)), unit);
  const { median: middle, medianShare, size, sizeShare } = difference;
  if (size === 0) return `${on} half of its estimates and more are the champion’s${refusalsInWords(found)}`;
  const way = middle > 0 ? "higher" : "lower";
  const lean =
    middle === 0
      ? ""
      : `, and in the middle it is ${write(Math.abs(middle))}${share(medianShare && Math.abs(medianShare))} ${way}`;
  const beyond = ranges
    ? `; ${formatQuantity(ranges.beyond)} of ${formatQuantity(ranges.predictions)} lie outside of the range that the champion gave`
    : "";
  return `${on} half of its estimates are within ${write(size)}${share(sizeShare)} of the champion’s${lean}${beyond}${refusalsInWords(found)}`;
}

function refusalsInWords({ refusedByChampion, refusedByChallenger }: Omit<ShadowSummary, "detail">): string {
  const parts = [
    refusedByChallenger > 0 && `the challenger alone refused ${formatQuantity(refusedByChallenger)}`,
    refusedByChampion > 0 && `the champion alone refused ${formatQuantity(refusedByChampion)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `; ${listInWords(parts)}`;
}

/** In two significant digits, as shares of a difference are often small. */
const formatPercent = (share: number) => `${formatQuantity(Number((100 * share).toPrecision(2)))}%`;
