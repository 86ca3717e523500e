import { randomBytes } from "node:crypto";
import type { Store } from "./store";
import type { AuditAction, AuditRow } from "./tables";

/** What somebody did, and to what. */
export interface Deed {
  /** In milliseconds since 1970. */
  at: number;
  actor: string;
  action: AuditAction;
  model?: string;
  version?: string;
  detail?: Record<string, unknown>;
}

let added = 0;

/** Write down what was done. Within the transaction that does it, both are there or neither. */
export async function addAudit(store: Store, { at, actor, action, model, version, detail = {} }: Deed): Promise<void> {
  // Rows of one process and one millisecond keep their order.
  const order = (added++ % 36 ** 4).toString(36).padStart(4, "0");
  const row: AuditRow = {
    id: `${order}${randomBytes(9).toString("base64url")}`,
    at,
    actor,
    action,
    model: model ?? null,
    version: version ?? null,
    detail: JSON.stringify(detail),
  };
  await store.insertInto("audit").values(row).execute();
}

/** Forget wrong passwords before a time: anybody can add to them. */
export async function forgetFailedLogins(store: Store, before: number): Promise<void> {
  await store.deleteFrom("audit").where("action", "=", "login failed").where("at", "<", before).execute();
}

/**
 * What was done, the last first.
 *
 * @param before only what comes after this row in that order
 */
export async function listAudit(
  store: Store,
  { limit, before, model }: { limit: number; before?: { at: number; id: string }; model?: string },
): Promise<AuditRow[]> {
  let query = store.selectFrom("audit").selectAll().orderBy("at", "desc").orderBy("id", "desc").limit(limit);
  if (model !== undefined) query = query.where("model", "=", model);
  if (before) {
    const { at, id } = before;
    query = query.where((where) =>
      where.or([where("at", "<", at), where.and([where("at", "=", at), where("id", "<", id)])]),
    );
  }
  return query.execute();
}
