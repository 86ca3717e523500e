import { readReceipt, timeOf } from "../service/receipt";
import { signingKey } from "../service/signing-key";
import { SettingsError } from "../env";
import { formatQuantity } from "../model/format";
import { predict } from "../model/answer/predict";
import { findModel } from "../registry/registry";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { closeStore } from "../store/store";

/**
 * `npm run --silent verify -- <receipt>`: whether a receipt is of this service, and whether the model's artifact gives
 * the estimate that it tells. Exit code 0 if so, 1 if not, 2 if it cannot be found out.
 */
async function main(token: string): Promise<number> {
  const say = (text: string, code: number) => (process.stdout.write(`${text}\n`), code);
  const receipt = readReceipt(await signingKey("receipts"), token);
  if (!receipt) return say("not genuine: this service has not signed it, or it has been changed", 1);
  const model = await findModel(receipt.model);
  const { estimate, interval, artifact } = receipt;
  const when = new Date(timeOf(receipt)).toISOString();
  const told = `${receipt.model}, version ${receipt.version}, said ${formatQuantity(estimate, model?.spec.target.unit)} on ${when}`;
  if (model?.hash !== artifact) {
    return say(`genuine, but not recomputed: ${told}, and another version is published here`, 2);
  }
  const inputs = model.schema.safeParse(receipt.inputs);
  const again = inputs.success ? predict(model, inputs.data, { level: interval?.level }) : undefined;
  const same =
    again?.estimate === estimate && again.interval?.low === interval?.low && again.interval?.high === interval?.high;
  return same ? say(`genuine: ${told}, and says so again`, 0) : say(`not genuine: ${told}, and says otherwise now`, 1);
}

const USAGE = "usage: npm run --silent verify -- <receipt>";

async function run(): Promise<void> {
  const [token] = process.argv.slice(2);
  if (!token) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await main(token);
  } catch (error) {
    const known = error instanceof SettingsError || error instanceof NoStoreError || error instanceof StoreAwayError;
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
    process.exitCode = 2;
  }
  await closeStore();
}

void run();
