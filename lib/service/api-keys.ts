import { randomBytes } from "node:crypto";
import { addApiKey, listApiKeys, revokeApiKey } from "../store/api-keys";
import { addAudit } from "../store/audit";
import { writeSetting } from "../store/settings";
import { withStore } from "../store/store";
import type { ApiKeyRow, AuditAction } from "../store/tables";
import { OWNER } from "./audit";
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
    await store.transaction().execute(async (transaction) => {
      if (isFirst) await writeSetting(transaction, "predict_keys", "needed");
      await addApiKey(transaction, row);
      await addAudit(transaction, { ...byOwner("key created"), detail: { id: row.id, name, scopes } });
    });
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
  await withStore((store) =>
    store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, "predict_keys", needed ? "needed" : "not needed");
      await addAudit(transaction, { ...byOwner("key rule changed"), detail: { needed } });
    }),
  );
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
  await withStore((store) =>
    store.transaction().execute(async (transaction) => {
      const deed = byOwner("key revoked");
      if (await revokeApiKey(transaction, id, deed.at)) await addAudit(transaction, { ...deed, detail: { id } });
    }),
  );
  forgetKnownKeys();
}

/** Keys are the owner's alone. */
function byOwner(action: AuditAction) {
  return { at: Date.now(), actor: OWNER, action };
}
