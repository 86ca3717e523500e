import { checkReceipt } from "../service/check-receipt";
import { closeStore } from "../store/store";
import { exitCodes } from "./exit-codes";

const codeOf = { genuine: exitCodes.done, "not genuine": exitCodes.data, unknown: exitCodes.service };

/** `verify <receipt>`: whether a receipt is of this service, and whether the model gives the same estimate again. */
export async function verify(token: string): Promise<void> {
  try {
    const { finding, detail } = await checkReceipt(token);
    process.stdout.write(`${detail}\n`);
    process.exitCode = codeOf[finding];
  } finally {
    await closeStore();
  }
}
