import type { Context } from "hono";
import { NoStoreError, StoreAwayError } from "../../store/faults";
import { noStore } from "./problem";
import { refuse } from "./refuse";

/** A database that is started anew is back after some seconds. */
export const RETRY_LATER = { "Retry-After": "5" };

/** Answer, or say that what the answer needs cannot be stored: by no fault of the caller, and with nothing lost. */
export async function answeringStoreFaults<Answer>(context: Context, answer: () => Answer | Promise<Answer>) {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NoStoreError) return refuse(context, noStore(error.message));
    if (!(error instanceof StoreAwayError)) throw error;
    return refuse(context, noStore("the store cannot be reached; nothing has been stored"), RETRY_LATER);
  }
}
