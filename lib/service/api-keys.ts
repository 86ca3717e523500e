import { randomBytes } from "node:crypto";
import { addApiKey, listApiKeys, revokeApiKey } from "../store/api-keys";
import { writeSetting } from "../store/settings";
import { withStore } from "../store/store";
import type { ApiKeyRow } from "../store/tables";
import { digest } from "./credentials";
import { areKeysNeeded, forgetKnownKeys, isForPredictions, type Scope } from "./known-keys";
import { settings } from "./settings";

/**
 * Make a key for somebody. The first one in use for predictions closes the API to calls without a key.
 *
 * @returns the key, which is shown once: only its digest is kept
 */
export async function makeApiKey(name: string, scopes: Scope[]): Promise<string> {
  const key = `gh_${randomBytes(24).toString("base64url")}`;
  const row = {
    id: randomBytes(6).toString("hex"),
    name,
    scopes: scopes.join(),
    digest: digest(key),
    made_at: Date.now(),
  };
  await withStore(async (store) => {
    const isFirst = scopes.includes("predict") && !(await listApiKeys(store)).some(isForPredictions);
    // First, so that a key that exists is never one that nobody needs.
    if (isFirst) await writeSetting(store, "predict_keys", "needed");
    await addApiKey(store, row);
  });
  forgetKnownKeys();
  return key;
}

/** Whether predictions in volume need a key, and whether that can be changed: keys of `API_KEYS` are always needed. */
export async function readKeyRule(): Promise<{ needed: boolean; fixed: boolean }> {
  if (settings().API_KEYS.length > 0) return { needed: true, fixed: true };
  return { needed: await withStore(areKeysNeeded), fixed: false };
}

/** Decide whether predictions in volume need a key. */
export async function changeKeyRule(needed: boolean): Promise<void> {
  await withStore((store) => writeSetting(store, "predict_keys", needed ? "needed" : "not needed"));
  forgetKnownKeys();
}

/** Every key there was, the newest first, without its digest. */
export async function readApiKeys(): Promise<Omit<ApiKeyRow, "digest">[]> {
  const rows = await withStore(listApiKeys);
  return rows.map(({ id, name, scopes, made_at, used_at, revoked_at }) => ({
    id,
    name,
    scopes,
    made_at,
    used_at,
    revoked_at,
  }));
}

/** Take a key out of use for good. Whether a key is needed does not change: the last one leaves nobody with access. */
export async function endApiKey(id: string): Promise<void> {
  await withStore((store) => revokeApiKey(store, id, Date.now()));
  forgetKnownKeys();
}
