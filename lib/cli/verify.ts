import { SettingsError } from "../env";
import { checkReceipt } from "../service/check-receipt";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { closeStore } from "../store/store";

const EXIT_CODES = { genuine: 0, "not genuine": 1, unknown: 3 };

/**
 * `npm run --silent verify -- <receipt>`: whether a receipt is of this service, and whether the model gives the estimate
 * that it tells. Exit code 0 if so, 1 if not, 2 for a wrong call, 3 if it cannot be found out.
 */
async function run(): Promise<void> {
  const [token] = process.argv.slice(2);
  if (!token) {
    process.stderr.write("usage: npm run --silent verify -- <receipt>\n");
    process.exitCode = 2;
    return;
  }
  try {
    const { finding, detail } = await checkReceipt(token);
    process.stdout.write(`${detail}\n`);
    process.exitCode = EXIT_CODES[finding];
  } catch (error) {
    const known = error instanceof SettingsError || error instanceof NoStoreError || error instanceof StoreAwayError;
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
    process.exitCode = 3;
  }
  await closeStore();
}

void run();
