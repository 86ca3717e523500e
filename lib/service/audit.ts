import { addAudit, listAudit, type Deed } from "../store/audit";
import { NoStoreError } from "../store/faults";
import { withStore } from "../store/store";
import type { AuditRow } from "../store/tables";
import { keptLine } from "./kept-text";
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

/** As many as a page shows. */
export const AUDIT_PAGE = 100;

/**
 * A page of what was done, the last first.
 *
 * @param before `next` of the page before
 * @returns with what `before` is for the next page, null after the last; nothing where `before` is none of ours
 * @throws NoStoreError, StoreAwayError
 */
export async function readAudit({
  model,
  before,
  limit = AUDIT_PAGE,
}: {
  model?: string;
  before?: string;
  limit?: number;
}): Promise<{ rows: AuditRow[]; next: string | null } | undefined> {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(before ?? "") ?? [];
  const place = at !== undefined && id !== undefined ? { at: Number(at), id } : undefined;
  if (before !== undefined && !place) return undefined;
  const found = await withStore((store) =>
    listAudit(store, { limit: limit + 1, model: model && keptLine(model), before: place }),
  );
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1)! : undefined;
  return { rows, next: last ? `${last.at}.${last.id}` : null };
}
