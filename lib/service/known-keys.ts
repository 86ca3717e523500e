import { processState } from "../process-state";
import { listApiKeys, noteUse } from "../store/api-keys";
import { NoStoreError } from "../store/faults";
import { withStore } from "../store/store";
import { isAmong } from "./credentials";
import { settings } from "./settings";
import { goOn, type Soon } from "./soon";

/** What a key may do: ask for predictions in volume; forget estimates. */
export const scopes = ["predict", "admin"] as const;
export type Scope = (typeof scopes)[number];

interface KnownKey {
  /** Of a key in the store; one of `API_KEYS` has none. */
  id?: string;
  digest: string;
  scopes: string[];
}

/** A key that was revoked on another instance is taken for so long at most; on this one no longer. */
const FRESH_MILLISECONDS = 10_000;
/** How often the use of a key is written down. */
const USE_MILLISECONDS = 60_000;

interface Kept {
  known?: { keys: KnownKey[]; readAt: number };
  reading?: Promise<KnownKey[]>;
  /** When the use of each key was written down last. */
  noted: Map<string, number>;
}
const kept = processState("known-keys", (): Kept => ({ noted: new Map() }));

/**
 * The keys that are taken: those of `API_KEYS`, for predictions, and those of the store. While the store is away, those
 * that were read last.
 *
 * @throws StoreAwayError where they have never been read: better no answer than one to everybody
 */
function knownKeys(): Soon<KnownKey[]> {
  const { known } = kept;
  if (known && performance.now() - known.readAt < FRESH_MILLISECONDS) return known.keys;
  kept.reading ??= readKeys().finally(() => (kept.reading = undefined));
  if (!known) return kept.reading;
  kept.reading.catch(() => undefined);
  return known.keys;
}

/** Read the keys before they are needed, so that the first call need not wait. */
export async function prepareKeys(): Promise<void> {
  await knownKeys();
}

async function readKeys(): Promise<KnownKey[]> {
  const given = settings().API_KEYS.map((digest): KnownKey => ({ digest, scopes: ["predict"] }));
  const stored = await withStore(listApiKeys).catch((error: unknown) => {
    if (error instanceof NoStoreError) return [];
    throw error;
  });
  const inUse = stored.filter(({ revoked_at }) => revoked_at === null);
  const keys = [...given, ...inUse.map(({ id, digest, scopes }) => ({ id, digest, scopes: scopes.split(",") }))];
  kept.known = { keys, readAt: performance.now() };
  return keys;
}

/** Read the keys anew when they are next asked for, since one was made or revoked here. */
export function forgetKnownKeys(): void {
  kept.known = undefined;
}

type Checked = "none needed" | "taken" | "refused";

/**
 * Whether a key is one of those for a scope, which is then noted as used; or that there are none. It has to be waited for
 * only where keys have never been read.
 *
 * @throws StoreAwayError where they cannot be read
 */
export function checkKey(scope: Scope, digest: string | undefined): Soon<Checked> {
  return goOn(knownKeys(), (known) => judgeKey(known, scope, digest));
}

function judgeKey(known: KnownKey[], scope: Scope, digest: string | undefined): Checked {
  const keys = known.filter(({ scopes }) => scopes.includes(scope));
  if (keys.length === 0) return "none needed";
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
