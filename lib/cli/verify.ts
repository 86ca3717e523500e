import { checkReceipt, type Checked } from "../service/check-receipt";
import { closeStore } from "../store/store";
import { exitCodes, type ExitCode } from "./exit-codes";

const CODES: Record<Checked["finding"], ExitCode> = {
  genuine: exitCodes.done,
  "not genuine": exitCodes.data,
  unknown: exitCodes.service,
};

/** `verify <receipt>`: whether a receipt is of this service, and whether the model gives the same estimate again. */
export async function verify(token: string): Promise<void> {
  try {
    const { finding, detail } = await checkReceipt(token);
    process.stdout.write(`${detail}\n`);
    process.exitCode = CODES[finding];
  } finally {
    await closeStore();
  }
}
