import { addAudit, type Deed } from "../store/audit";
import { NoStoreError } from "../store/faults";
import { withStore } from "../store/store";
import { logWarning } from "./log";

/** Who acts with the password of `ADMIN_PASSWORD`, and who with that of `REVIEWER_PASSWORD`. */
export const [OWNER, REVIEWER] = ["owner", "reviewer"] as const;
export type Role = typeof OWNER | typeof REVIEWER;

/** Write down what changes nothing in the store, such as a login: it goes on where that cannot be written. */
export async function noteDeed(deed: Omit<Deed, "at">): Promise<void> {
  await withStore((store) => addAudit(store, { at: Date.now(), ...deed })).catch((error: Error) => {
    if (error instanceof NoStoreError) return;
    logWarning(`the audit log misses "${deed.action}" of ${deed.actor}: ${error.message}`);
  });
}
