import { erase } from "../store/erase";
import { withStore } from "../store/store";
import { drainPredictionLog } from "./prediction-log";
import { readReceipt, timeOf } from "./receipt";
import { signingKey } from "./signing-key";

/**
 * Forget an estimate and all that was reported about it.
 *
 * @param token the receipt of the estimate
 * @param actor who does it, for the audit log
 * @returns how many rows there were; nothing if the receipt is not genuine
 */
export async function eraseEstimate(token: string, actor: string): Promise<number | undefined> {
  const receipt = readReceipt(await signingKey("receipts"), token);
  if (!receipt) return undefined;
  // What still waits to be written would come back.
  await drainPredictionLog();
  const { jti, model } = receipt;
  return withStore((store) => erase(store, { model, at: timeOf(receipt), id: jti }, actor));
}
