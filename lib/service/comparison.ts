import { localeOf } from "../language/locale";
import { setImmediate } from "node:timers/promises";
import { comparesShares, judgeChallenge, type Challenge, type Contest } from "../judging/challenge";
import { estimateAgain } from "../judging/estimate-again";
import { summariseShadow, type ShadowSummary } from "../judging/shadow-summary";
import { DEFAULT_LEVEL } from "../model/answer/level";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { findModel } from "../registry/registry";
import { readFirstReport, readOutcomes } from "../store/outcomes";
import { readFirstMade } from "../store/published-models";
import { findShadows, readShadows } from "../store/shadow";
import type { Store } from "../store/store";
import type { OutcomeRow, ShadowRow } from "../store/tables";

/** What outcomes say of two versions, and what they do not count in. */
export interface OutcomeComparison extends Challenge {
  /** Only outcomes that were first reported since then count: the challenger may have been trained on earlier ones. */
  since: number;
  /** How many of the outcomes both estimated from the inputs that are stored with them, and how many in shadow. */
  fromInputs: number;
  fromShadow: number;
  /** Outcomes of the champion's estimates that the challenger has no estimate for: it refuses, or did not answer. */
  without: number;
}

/** What the store knows of a version beside the champion. */
export interface VersionComparison {
  outcomes: OutcomeComparison;
  contests: Contest[];
  shadow: ShadowSummary;
  /** The inputs of the largest differences in shadow, by their ids, as far as the log has them. */
  inputs: Map<string, Inputs>;
}

/** Two versions to be compared, or why they cannot be. */
export type Pair =
  | { champion: Model; challenger: Model }
  | { unpaired: "champion"; champion: Model }
  | { unpaired: "no model" | "no version" };

/** A version of a model with the champion that it is compared with. */
export async function findPair(id: string, version: string): Promise<Pair> {
  const champion = await findModel(id);
  if (!champion) return { unpaired: "no model" };
  if (champion.version === version) return { unpaired: "champion", champion };
  const challenger = await findModel(id, version);
  return challenger ? { champion, challenger } : { unpaired: "no version" };
}

/** Shadow answers that are looked at, the newest: enough for medians to two digits. */
const MOST_SHADOWS = 10_000;
const PAGE = 200;

/** Compare a version with the champion, from what the store remembers; details are in the language of the champion. */
export async function compareVersions(store: Store, champion: Model, challenger: Model): Promise<VersionComparison> {
  const { contests, ...outcomes } = await compareOnOutcomes(store, champion, challenger);
  const pair = { model: champion.spec.id, version: champion.version, challenger: challenger.version };
  const rows = await readShadows(store, pair, MOST_SHADOWS);
  const shadow = summariseShadow(
    rows.map(({ id, at, estimate, challenger_estimate, low, high }) => {
      const range = low === null || high === null ? null : { low, high };
      return { id, at, champion: estimate, challenger: challenger_estimate, range };
    }),
    champion.spec.target.unit,
    localeOf(champion.spec),
  );
  const largest = new Set(shadow.largest.map(({ id }) => id));
  const inputs = new Map(
    rows.flatMap((row) =>
      row.inputs !== null && largest.has(row.id) ? [[row.id, JSON.parse(row.inputs) as Inputs] as const] : [],
    ),
  );
  return { outcomes, contests, shadow, inputs };
}

/** Compare a version with the champion on outcomes of the champion's estimates. */
export async function compareOnOutcomes(
  store: Store,
  champion: Model,
  challenger: Model,
): Promise<OutcomeComparison & { contests: Contest[] }> {
  const { id: model, target } = champion.spec;
  const since = (await readFirstMade(store, { model, version: challenger.version })) ?? Date.now();
  const contests: Contest[] = [];
  const counts = { fromInputs: 0, fromShadow: 0, without: 0 };
  const shadowed: OutcomeRow[] = [];
  const lookUp = async () => {
    const some = shadowed.splice(0);
    const places = some.map(({ receipt: id, predicted_at: at }) => ({ id, at }));
    const found = await findShadows(store, { model, challenger: challenger.version }, places);
    for (const row of some) {
      const contest = contestInShadow(row, found.get(row.receipt));
      if (contest) contests.push(contest);
      counts[contest ? "fromShadow" : "without"]++;
    }
  };

  const span = { from: 0, to: Number.MAX_SAFE_INTEGER };
  let seen = 0;
  for await (const row of readOutcomes(store, { model, only: champion.version }, "actual", span)) {
    if (row.actual === null || row.reported_at < since) continue;
    if (row.revision > 1 && (await readFirstReport(store, row)) < since) continue;
    if (row.inputs === null) shadowed.push(row);
    else {
      const contest = contestFromInputs(champion, challenger, JSON.parse(row.inputs) as Inputs, row.actual);
      if (contest) contests.push(contest);
      counts[contest ? "fromInputs" : "without"]++;
    }
    if (shadowed.length === PAGE) await lookUp();
    if (++seen % PAGE === 0) await setImmediate();
  }
  await lookUp();
  const shares = comparesShares(
    [champion, challenger],
    contests.map(({ actual }) => actual),
  );
  return { ...judgeChallenge(contests, shares, target.unit, localeOf(champion.spec)), since, ...counts, contests };
}

/** Both estimate anew, so that both are of the same reading. */
function contestFromInputs(champion: Model, challenger: Model, inputs: Inputs, actual: number): Contest | null {
  const [one, other] = [champion, challenger].map((model) => estimateAgain(model, inputs, DEFAULT_LEVEL));
  return one && other ? { actual, champion: one, challenger: other } : null;
}

function contestInShadow(
  { actual, estimate, low, high, level }: OutcomeRow,
  shadow: ShadowRow | undefined,
): Contest | null {
  if (!shadow || shadow.challenger_estimate === null || actual === null) return null;
  const range = rangeOf(level, low, high);
  return {
    actual,
    champion: { estimate, range },
    challenger: {
      estimate: shadow.challenger_estimate,
      range: rangeOf(shadow.level, shadow.challenger_low, shadow.challenger_high),
    },
  };
}

const rangeOf = (level: number | null, low: number | null, high: number | null) =>
  level === null || low === null || high === null ? null : { level, low, high };
