import { readReceipt, timeOf } from "../service/receipt";
import { signingKey } from "../service/signing-key";
import { formatQuantity } from "../model/format";
import { predict } from "../model/answer/predict";
import { findModel } from "../registry/registry";
import { closeStore } from "../store/store";
import { exitCodes, type ExitCode } from "./exit-codes";

/** `verify <receipt>`: whether a receipt is of this service, and whether the model gives the same estimate again. */
export async function verify(token: string): Promise<void> {
  try {
    const { text, code } = await judge(token);
    process.stdout.write(`${text}\n`);
    process.exitCode = code;
  } finally {
    await closeStore();
  }
}

async function judge(token: string): Promise<{ text: string; code: ExitCode }> {
  const receipt = readReceipt(await signingKey("receipts"), token);
  if (!receipt) {
    return { text: "not genuine: this service has not signed it, or it has been changed", code: exitCodes.data };
  }
  const model = await findModel(receipt.model);
  const { estimate, interval, artifact } = receipt;
  const when = new Date(timeOf(receipt)).toISOString();
  const claim = `${receipt.model}, version ${receipt.version}, said ${formatQuantity(estimate, model?.spec.target.unit)} on ${when}`;
  if (model?.hash !== artifact) {
    const text = `genuine, but not recomputed: ${claim}, and another version is published here`;
    return { text, code: exitCodes.service };
  }
  const inputs = model.schema.safeParse(receipt.inputs);
  const again = inputs.success ? predict(model, inputs.data, { level: interval?.level }) : undefined;
  const same =
    again?.estimate === estimate && again.interval?.low === interval?.low && again.interval?.high === interval?.high;
  return same
    ? { text: `genuine: ${claim}, and says so again`, code: exitCodes.done }
    : { text: `not genuine: ${claim}, and says otherwise now`, code: exitCodes.data };
}
