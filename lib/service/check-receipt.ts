import { predict } from "../model/answer/predict";
import { formatQuantity } from "../model/format";
import { findModel } from "../registry/registry";
import { readReceipt, timeOf } from "./receipt";
import { signingKey } from "./signing-key";

export interface Checked {
  /** Whether this service has signed it and gives the same estimate again; unknown where that version is not served. */
  finding: "genuine" | "not genuine" | "unknown";
  /** The finding in words. */
  detail: string;
}

/**
 * Whether a receipt is of this service, and whether the version of the model that it names gives the same estimate.
 *
 * @throws NoStoreError, StoreAwayError where the key that it would be signed with cannot be had
 */
export async function checkReceipt(token: string): Promise<Checked> {
  const receipt = readReceipt(await signingKey("receipts"), token);
  if (!receipt) {
    return { finding: "not genuine", detail: "not genuine: this service has not signed it, or it has been changed" };
  }
  const { estimate, interval, artifact, inputs } = receipt;
  const model = (await findModel(receipt.model, receipt.version)) ?? (await findModel(receipt.model));
  const when = new Date(timeOf(receipt)).toISOString();
  const said = `${receipt.model}, version ${receipt.version}, estimated ${formatQuantity(estimate, model?.spec.target.unit)} on ${when}`;
  if (model?.hash !== artifact) {
    const published = model ? "another version is published here" : "no model of that name is published here";
    return { finding: "unknown", detail: `genuine, but not recomputed: ${said}, and ${published}` };
  }
  // Not by the schema: the version accepted these inputs once, and its bounds may have been changed since.
  const again = predict(model, inputs, { level: interval?.level });
  const isSame =
    again.estimate === estimate && again.interval?.low === interval?.low && again.interval?.high === interval?.high;
  return isSame
    ? { finding: "genuine", detail: `genuine: ${said}, and estimates the same now` }
    : { finding: "not genuine", detail: `not genuine: ${said}, and says otherwise now` };
}
