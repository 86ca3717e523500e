import { randomBytes } from "node:crypto";
import { addApiKey, listApiKeys, revokeApiKey } from "../store/api-keys";
import { withStore } from "../store/store";
import type { ApiKeyRow } from "../store/tables";
import { digest } from "./credentials";
import { forgetKnownKeys, type Scope } from "./known-keys";

/** Make a key for somebody. What is returned is told once: only its digest is kept. */
export async function makeApiKey(name: string, scopes: Scope[]): Promise<string> {
  const key = `gh_${randomBytes(24).toString("base64url")}`;
  const row = {
    id: randomBytes(6).toString("hex"),
    name,
    scopes: scopes.join(),
    digest: digest(key),
    made_at: Date.now(),
  };
  await withStore((store) => addApiKey(store, row));
  forgetKnownKeys();
  return key;
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

/** Take a key out of use for good. */
export async function endApiKey(id: string): Promise<void> {
  await withStore((store) => revokeApiKey(store, id, Date.now()));
  forgetKnownKeys();
}
