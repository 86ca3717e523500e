import { readOutcomes } from "../store/outcomes";
import { listStoredModels } from "../store/models";
import { summariseVersions, type LoggedVersion, type Span, type Versions } from "../store/predictions";
import type { Store } from "../store/store";
import { DISPLAY_LEVEL } from "./claims";
import type { MaybeRanged } from "./guess";
import { measureOutcomes } from "./performance";
import type { EarlierVersion } from "./report";

interface Remembered extends LoggedVersion {
  outcomes: MaybeRanged[];
}

/**
 * What the store remembers of versions that are not served: counts, and what outcomes measure. Neither drift nor claims
 * can be told, since both need the training rows, and these went with the version.
 *
 * @returns those that answered in a span of time, the one that answered last first
 */
export async function readEarlierVersions(store: Store, versions: Versions, span: Span): Promise<EarlierVersion[]> {
  const found = new Map<string, Remembered>();
  for (const logged of await summariseVersions(store, versions, span)) {
    found.set(logged.version, { ...logged, outcomes: [] });
  }
  for await (const row of readOutcomes(store, versions, "actual", span)) {
    const { version, predicted_at, estimate, actual, low, high, level } = row;
    if (actual === null) continue;
    const known = found.get(version) ?? notLogged(version, predicted_at);
    known.first = Math.min(known.first, predicted_at);
    known.last = Math.max(known.last, predicted_at);
    known.outcomes.push({ estimate, actual, low, high, level });
    found.set(version, known);
  }
  return [...found.values()]
    .sort((a, b) => b.last - a.last)
    .map(({ first, last, outcomes, ...logged }) => ({
      ...logged,
      from: new Date(first).toISOString(),
      to: new Date(last).toISOString(),
      outcomes: outcomes.length,
      measures: measureOutcomes(outcomes, DISPLAY_LEVEL, false),
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
    const versions = await readEarlierVersions(store, { model }, span);
    if (versions.length > 0) found.push({ model, versions });
  }
  return found;
}

/** A version whose outcomes are known though its rows of the log are forgotten, or were never kept. */
function notLogged(version: string, at: number): Remembered {
  return { version, first: at, last: at, logged: 0, predictions: 0, refusals: 0, warned: 0, outcomes: [] };
}
