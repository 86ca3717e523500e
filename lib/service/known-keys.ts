import { processState } from "../process-state";
import { listApiKeys, noteUse } from "../store/api-keys";
import { NoStoreError } from "../store/faults";
import { withStore } from "../store/store";
import { isAmong } from "./credentials";
import { settings } from "./settings";

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
export async function knownKeys(): Promise<KnownKey[]> {
  const { known } = kept;
  if (known && performance.now() - known.readAt < FRESH_MILLISECONDS) return known.keys;
  kept.reading ??= readKeys().finally(() => (kept.reading = undefined));
  if (!known) return kept.reading;
  kept.reading.catch(() => undefined);
  return known.keys;
}

/** Whether it is known, and was read lately, that nobody needs a key for a scope. */
export function needsNoKey(scope: Scope): boolean {
  const { known } = kept;
  if (!known || performance.now() - known.readAt >= FRESH_MILLISECONDS) return false;
  return !known.keys.some(({ scopes }) => scopes.includes(scope));
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

/** The keys for a scope, and whether what was sent is one of them, which is then noted as used. */
export async function checkKey(scope: Scope, digest: string | undefined): Promise<"none needed" | "taken" | "refused"> {
  const keys = (await knownKeys()).filter(({ scopes }) => scopes.includes(scope));
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
