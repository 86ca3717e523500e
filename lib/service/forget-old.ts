import { forgetFailedLogins } from "../store/audit";
import { forgetPredictions } from "../store/predictions";
import { forgetShadows } from "../store/shadow";
import type { Store } from "../store/store";
import { settings } from "./settings";

const DAY = 24 * 3_600_000;
/** How long wrong passwords stay in the audit log, which keeps all else. */
const FAILED_LOGIN_DAYS = 90;

/** Forget what is kept for some days alone. */
export async function forgetOld(store: Store, now = Date.now()): Promise<void> {
  const oldest = now - settings().LOG_DAYS * DAY;
  await forgetPredictions(store, oldest);
  await forgetShadows(store, oldest);
  await forgetFailedLogins(store, now - FAILED_LOGIN_DAYS * DAY);
}
