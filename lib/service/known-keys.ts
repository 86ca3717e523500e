import { setTimeout } from "node:timers/promises";
import { processState } from "../process-state";
import { listApiKeys, noteUse } from "../store/api-keys";
import { NoStoreError } from "../store/faults";
import { readSetting } from "../store/settings";
import { withStore, type Store } from "../store/store";
import type { ApiKeyRow } from "../store/tables";
import { isAmong } from "./credentials";
import { settings } from "./settings";
import { goOn, type Soon } from "./soon";

/** What a key may do: make predictions in volume; erase estimates; publish models; confirm what somebody else proposes. */
export const scopes = ["predict", "admin", "publish", "review"] as const;
export type Scope = (typeof scopes)[number];

interface KnownKey {
  /** Of a key in the store; one of `API_KEYS` has neither. */
  id?: string;
  name?: string;
  digest: string;
  scopes: string[];
}

/** What is known of the keys, and whether predictions need one. */
interface Known {
  keys: KnownKey[];
  needed: boolean;
  readAt: number;
}

/** For so long nothing is read anew; then it is read while calls go on, and from the second on they wait for it. */
const FRESH_MILLISECONDS = 1_000;
const STALE_MILLISECONDS = 2_000;
/** How long a call waits for a store that does not answer before what was read last counts. */
const PATIENCE_MILLISECONDS = 1_000;
/** How often the use of a key is written down. */
const USE_MILLISECONDS = 60_000;

interface Kept {
  known?: Known;
  reading?: Promise<Known>;
  /** Counts the changes made here, so that what was read before one is not kept after it. */
  changes: number;
  /** When the use of each key was written down last. */
  noted: Map<string, number>;
}
const kept = processState("known-keys", (): Kept => ({ changes: 0, noted: new Map() }));

/**
 * The keys that are taken: those of `API_KEYS`, for predictions, and those of the store. A key that is revoked on any
 * instance is refused on all within two seconds; while the store is away, what was read last counts.
 *
 * @throws StoreAwayError where they have never been read: better no answer than one to everybody
 */
function knownKeys(): Soon<Known> {
  const { known } = kept;
  const age = known ? performance.now() - known.readAt : Infinity;
  if (known && age < FRESH_MILLISECONDS) return known;
  kept.reading ??= readKeys().finally(() => (kept.reading = undefined));
  if (!known) return kept.reading;
  const reading = kept.reading.catch(() => known);
  return age < STALE_MILLISECONDS
    ? known
    : Promise.race([reading, setTimeout(PATIENCE_MILLISECONDS, known, { ref: false })]);
}

/** Read the keys before they are needed, so that the first call need not wait. */
export async function prepareKeys(): Promise<void> {
  await knownKeys();
}

async function readKeys(): Promise<Known> {
  const { changes } = kept;
  const given = settings().API_KEYS.map((digest): KnownKey => ({ digest, scopes: ["predict"] }));
  const stored = await withStore(async (store) => {
    return { rows: await listApiKeys(store), needed: await areKeysNeeded(store) };
  }).catch((error: unknown) => {
    if (error instanceof NoStoreError) return { rows: [], needed: false };
    throw error;
  });
  if (changes !== kept.changes) return readKeys();
  const inUse = stored.rows.filter(({ revoked_at }) => revoked_at === null);
  const keys = [...given, ...inUse.map(({ scopes, ...key }) => ({ ...key, scopes: scopes.split(",") }))];
  return (kept.known = { keys, needed: given.length > 0 || stored.needed, readAt: performance.now() });
}

/**
 * Whether predictions in volume need a key of the store. It is what the owner decided, or what the first key decided;
 * a release before this one kept no decision, and its keys are needed while there are any.
 */
export async function areKeysNeeded(store: Store): Promise<boolean> {
  const decided = await readSetting(store, "predict_keys");
  return decided === undefined ? (await listApiKeys(store)).some(isForPredictions) : decided !== "not needed";
}

/** Whether a key of the store is in use and one for predictions. */
export function isForPredictions({ scopes, revoked_at }: ApiKeyRow): boolean {
  return revoked_at === null && scopes.split(",").includes("predict");
}

/** Read the keys anew when they are next needed, since something changed here. */
export function forgetKnownKeys(): void {
  kept.changes++;
  kept.known = undefined;
  kept.reading = undefined;
}

/**
 * Whether programs need a key for predictions.
 *
 * @throws StoreAwayError where that cannot be read
 */
export function isKeyNeeded(): Soon<boolean> {
  return goOn(knownKeys(), ({ needed }) => needed);
}

type Checked = "none needed" | "taken" | "refused";

/**
 * Whether a key is one of those for a scope, which is then noted as used; or that none is needed. It has to be
 * waited for only where keys have not been read for two seconds.
 *
 * @throws StoreAwayError where they cannot be read
 */
export function checkKey(scope: Scope, digest: string | undefined): Soon<Checked> {
  return goOn(knownKeys(), (known) => judgeKey(known, scope, digest));
}

/**
 * Whether a key is in use, whatever its scope, though none may be needed.
 *
 * @throws StoreAwayError where keys cannot be read
 */
export function isKnownKey(digest: string): Soon<boolean> {
  return goOn(knownKeys(), ({ keys }) =>
    isAmong(
      keys.map((key) => key.digest),
      digest,
    ),
  );
}

/** Whether a key is in use that may confirm. */
export function hasReviewKey(): Soon<boolean> {
  return goOn(knownKeys(), ({ keys }) => keys.some((key) => key.scopes.includes("review" satisfies Scope)));
}

/** The name of a key that is in use, if it has one. */
export function nameOfKey(digest: string): Soon<string | undefined> {
  return goOn(knownKeys(), ({ keys }) => keys.find((key) => key.digest === digest)?.name);
}

function judgeKey(known: Known, scope: Scope, digest: string | undefined): Checked {
  if (scope === "predict" && !known.needed) return "none needed";
  const keys = known.keys.filter(({ scopes }) => scopes.includes(scope));
  if (
    digest === undefined ||
    !isAmong(
      keys.map((key) => key.digest),
      digest,
    )
  )
    return "refused";
  const id = keys.find((key) => key.digest === digest)?.id;
  const now = Date.now();
  if (id !== undefined && now - (kept.noted.get(id) ?? 0) > USE_MILLISECONDS) {
    kept.noted.set(id, now);
    void withStore((store) => noteUse(store, id, now)).catch(() => kept.noted.delete(id));
  }
  return "taken";
}
