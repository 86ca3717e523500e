import type { Yardstick } from "../judging/measures";
import { readOutcomes } from "../store/outcomes";
import { listStoredModels } from "../store/models";
import type { Span } from "../store/days";
import type { Versions } from "../store/predictions";
import type { Store } from "../store/store";
import type { TalliedVolume } from "../store/tallies";
import { DISPLAY_LEVEL } from "./claims";
import type { MaybeRanged } from "./guess";
import { MOST_MEASURED } from "./monitor";
import { measureOutcomes } from "./performance";
import type { EarlierVersion } from "./report";
import { StableSample } from "./stable-sample";
import { readTalliedDays } from "./tallied-days";

/** What the store remembers of a version in a span of time. */
interface Remembered {
  version: string;
  /** When its first and its last estimate were made, in milliseconds since 1970. */
  first: number;
  last: number;
  logged: number;
  predictions: number;
  refusals: number;
  warned: number;
  outcomes: number;
  measured: StableSample<MaybeRanged>;
}

/**
 * What the store remembers of versions that are not served: counts, and what outcomes measure. Neither drift nor claims
 * can be told, since both need the training rows, and these went with the version.
 *
 * @param days what is tallied in the span, of whatever version
 * @param yardstick what errors are measured by: that of the version which is served, where one is
 * @returns those that answered in a span of time, the one that answered last first
 */
export async function readEarlierVersions(
  store: Store,
  versions: Pick<Versions, "model" | "except">,
  span: Span,
  days: Iterable<TalliedVolume> | AsyncIterable<TalliedVolume>,
  yardstick?: Yardstick,
): Promise<EarlierVersion[]> {
  const found = new Map<string, Remembered>();
  const remember = (version: string, first: number, last: number) => {
    const known = found.get(version) ?? nothingOf(version);
    known.first = Math.min(known.first, first);
    known.last = Math.max(known.last, last);
    found.set(version, known);
    return known;
  };
  for await (const { version, first, last, rows, ...day } of days) {
    if (version === versions.except || rows === 0) continue;
    const known = remember(version, first, last);
    known.logged += rows;
    for (const key of ["predictions", "refusals", "warned"] as const) known[key] += day[key];
  }
  for await (const row of readOutcomes(store, versions, "actual", span)) {
    const { version, predicted_at, receipt, estimate, actual, low, high, level } = row;
    if (actual === null) continue;
    const known = remember(version, predicted_at, predicted_at);
    known.outcomes++;
    known.measured.offer(receipt, () => ({ estimate, actual, low, high, level }));
  }
  return [...found.values()]
    .sort((a, b) => b.last - a.last)
    .map(({ first, last, measured, ...counts }) => ({
      ...counts,
      from: new Date(first).toISOString(),
      to: new Date(last).toISOString(),
      measures: measureOutcomes(measured.items, DISPLAY_LEVEL, yardstick),
    }));
}

/** A model that the store remembers and that is not served in any version. */
export interface StoredModel {
  model: string;
  versions: EarlierVersion[];
}

/** The models besides those that are served which answered in a span of time, by their ids. */
export async function readNotServed(store: Store, served: readonly string[], span: Span): Promise<StoredModel[]> {
  const found: StoredModel[] = [];
  for (const model of await listStoredModels(store)) {
    if (served.includes(model)) continue;
    const versions = await readEarlierVersions(store, { model }, span, readTalliedDays(store, model, span));
    if (versions.length > 0) found.push({ model, versions });
  }
  return found;
}

/** A version can have outcomes though its rows of the log are forgotten, or were never kept. */
function nothingOf(version: string): Remembered {
  const counts = { logged: 0, predictions: 0, refusals: 0, warned: 0, outcomes: 0 };
  return { version, first: Infinity, last: -Infinity, ...counts, measured: new StableSample(MOST_MEASURED) };
}
