import { eraseEstimate } from "../service/erase-estimate";
import { closeStore } from "../store/store";
import { DataError } from "./exit-codes";

/**
 * `erase <receipt>`: forget an estimate and all that was reported about it.
 *
 * @throws DataError where the receipt is not genuine
 */
export async function eraseByReceipt(token: string): Promise<void> {
  try {
    const rows = await eraseEstimate(token, "command line");
    if (rows === undefined) throw new DataError("the receipt must be one of this service, whole and unchanged");
    process.stdout.write(
      rows === 0 ? "nothing was kept of it\n" : `forgot it: ${rows} ${rows === 1 ? "row" : "rows"}\n`,
    );
  } finally {
    await closeStore();
  }
}
