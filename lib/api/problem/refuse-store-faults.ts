import type { Context } from "hono";
import { NoStoreError, StoreAwayError } from "../../store/faults";
import { noStore, refuse } from "./problem";

/** A database that is started anew is back after some seconds. */
const RETRY_SECONDS = 5;

/** Answer, or say that what the answer needs cannot be stored: by no fault of the caller, and with nothing lost. */
export async function answeringStoreFaults<Answer>(context: Context, answer: () => Promise<Answer>) {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NoStoreError) return refuse(context, noStore(error.message));
    if (!(error instanceof StoreAwayError)) throw error;
    const away = noStore("the store cannot be reached; nothing has been stored");
    return refuse(context, away, { "Retry-After": String(RETRY_SECONDS) });
  }
}
