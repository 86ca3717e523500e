import { randomBytes } from "node:crypto";
import { addApiKey, listApiKeys, revokeApiKey } from "../store/api-keys";
import { addAudit } from "../store/audit";
import { writeSetting } from "../store/settings";
import { withStore } from "../store/store";
import type { ApiKeyRow, AuditAction } from "../store/tables";
import { OWNER, REVIEWER, type Role } from "./audit";
import { digest } from "./credentials";
import { areKeysNeeded, forgetKnownKeys, isForPredictions, scopes as allScopes, type Scope } from "./known-keys";
import { settings } from "./settings";

/**
 * What the keys of a role may do. The owner's publish and the reviewer's confirm: were there one that can do both, or one
 * person who can make both, nobody else would have to look.
 */
export function scopesOf(role: Role): Scope[] {
  return allScopes.filter((scope) => (scope === "review") === (role === REVIEWER));
}

/**
 * Make a key for somebody. The first one in use for predictions closes the API to calls without a key.
 *
 * @param by who makes it, which decides what it may do
 * @returns the key, which is shown once: only its digest is kept
 */
export async function makeApiKey(name: string, scopes: Scope[], by: Role = OWNER): Promise<string> {
  const beyond = scopes.find((scope) => !scopesOf(by).includes(scope));
  if (beyond !== undefined) throw new Error(`a key for ${beyond} is not for the ${by} to make`);
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
      await addAudit(transaction, { ...deedOf(by, "key created"), detail: { id: row.id, name, scopes } });
    });
  });
  forgetKnownKeys();
  return key;
}

/** Whether a key in use has a name: drafts and the audit log know keys by their names. */
export async function isKeyNameTaken(name: string): Promise<boolean> {
  return (await withStore(listApiKeys)).some((key) => key.name === name && key.revoked_at === null);
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
      await addAudit(transaction, { ...deedOf(OWNER, "key rule changed"), detail: { needed } });
    }),
  );
  forgetKnownKeys();
}

/** Every key there was, the newest first, without its digest; for a reviewer, those that confirm. */
export async function readApiKeys(role: Role = OWNER): Promise<Omit<ApiKeyRow, "digest">[]> {
  const rows = (await withStore(listApiKeys)).filter((row) => isOpenTo(role, row));
  return rows.map(({ id, name, scopes, made_at, used_at, revoked_at }) => ({
    id,
    name,
    scopes,
    made_at,
    used_at,
    revoked_at,
  }));
}

/** The owner sees and revokes every key, a reviewer those that confirm. */
function isOpenTo(role: Role, { scopes }: Pick<ApiKeyRow, "scopes">): boolean {
  return role === OWNER || scopes.split(",").every((scope) => scopesOf(role).some((own) => own === scope));
}

/** Take a key out of use for good. Whether a key is needed does not change: the last one leaves nobody with access. */
export async function endApiKey(id: string, by: Role = OWNER): Promise<void> {
  await withStore((store) =>
    store.transaction().execute(async (transaction) => {
      const key = (await listApiKeys(transaction)).find((row) => row.id === id);
      if (!key || !isOpenTo(by, key)) return;
      const deed = deedOf(by, "key revoked");
      if (await revokeApiKey(transaction, id, deed.at))
        await addAudit(transaction, { ...deed, detail: { id, name: key.name } });
    }),
  );
  forgetKnownKeys();
}

function deedOf(actor: Role, action: AuditAction) {
  return { at: Date.now(), actor, action };
}
