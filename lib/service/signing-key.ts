import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { processState } from "../process-state";
import { sharedSecret } from "../store/secrets";
import { withStore } from "../store/store";
import { settings } from "./settings";
import type { Soon } from "./soon";

/** A prediction or a page waits no longer than this for a key, and a failure is believed for so long. */
const PATIENCE_MILLISECONDS = 1_000;
const PAUSE_MILLISECONDS = 5_000;

type Purpose = "receipts" | "logins" | "reviewer logins" | "webhooks" | "forms";

const kept = processState("signing-keys", () => ({ keys: new Map<Purpose, KeyObject>(), failedAt: -Infinity }));

/** The key for a purpose, of the secret: each purpose has its own, so that no token can pass for another kind. */
export function deriveKey(secret: string, purpose: Purpose): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync("sha256", secret, "", `glasshouse ${purpose}`, 32)));
}

/**
 * The key for a purpose: of `SECRET_KEY`, or of a secret that is made once and kept in the store, so that every instance
 * has the same one.
 *
 * @throws NoStoreError where there is neither, StoreAwayError where the store cannot be reached
 */
export async function signingKey(purpose: Purpose): Promise<KeyObject> {
  let key = kept.keys.get(purpose);
  if (!key) {
    const secret = settings().SECRET_KEY ?? (await withStore((store) => sharedSecret(store, "signing")));
    kept.keys.set(purpose, (key = deriveKey(secret, purpose)));
  }
  return key;
}

/** The key of receipts if it has been asked for before. */
export function knownReceiptKey(): KeyObject | undefined {
  return kept.keys.get("receipts");
}

/** The key of receipts if it can be had soon: a prediction neither fails nor waits long for want of it. */
export async function receiptKey(): Promise<KeyObject | undefined> {
  return keySoon("receipts");
}

/** The key for a purpose, or undefined if it cannot be had soon. A key that is known needs no wait. */
export function keySoon(purpose: Purpose): Soon<KeyObject | undefined> {
  const known = kept.keys.get(purpose);
  return known || performance.now() - kept.failedAt < PAUSE_MILLISECONDS ? known : waitForKey(purpose);
}

async function waitForKey(purpose: Purpose): Promise<KeyObject | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((give) => {
    timer = setTimeout(give, PATIENCE_MILLISECONDS, undefined);
  });
  const key = await Promise.race([signingKey(purpose).catch(() => undefined), tooLate]);
  clearTimeout(timer);
  if (!key) kept.failedAt = performance.now();
  return key;
}
