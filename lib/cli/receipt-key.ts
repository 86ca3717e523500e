import type { KeyObject } from "node:crypto";
import { signingKey } from "../service/signing-key";
import { closeStore } from "../store/store";

/**
 * What signs receipts here: the key of the server that has the same `SECRET_KEY`, or the same store.
 *
 * @throws NoStoreError where there is neither, StoreAwayError where the store cannot be reached
 */
export async function receiptKey(): Promise<KeyObject> {
  try {
    return await signingKey("receipts");
  } finally {
    await closeStore();
  }
}
