import type { Store } from "./store";
import type { ModelVersion, ProposalRow } from "./tables";

type Decision = Pick<ProposalRow, "status" | "decided_at" | "decided_by" | "decision">;

/** Add a promotion that waits for a second person. */
export async function addProposal(store: Store, row: ProposalRow): Promise<void> {
  await store.insertInto("proposal").values(row).execute();
}

export async function findProposal(store: Store, model: string, id: string): Promise<ProposalRow | undefined> {
  return store.selectFrom("proposal").selectAll().where("id", "=", id).where("model", "=", model).executeTakeFirst();
}

/** The proposal that waits for a decision about a version, if there is one. */
export async function findOpenProposal(
  store: Store,
  { model, version }: ModelVersion,
): Promise<ProposalRow | undefined> {
  return store
    .selectFrom("proposal")
    .selectAll()
    .where("model", "=", model)
    .where("version", "=", version)
    .where("status", "=", "open")
    .executeTakeFirst();
}

/** The proposals, the last first: of a model or of all, those that are open or all. */
export async function listProposals(
  store: Store,
  { model, open = false, limit }: { model?: string; open?: boolean; limit: number },
): Promise<ProposalRow[]> {
  let query = store.selectFrom("proposal").selectAll().orderBy("made_at", "desc").orderBy("id").limit(limit);
  if (model !== undefined) query = query.where("model", "=", model);
  if (open) query = query.where("status", "=", "open");
  return query.execute();
}

/** Close an open proposal. False where it is not open any more. */
export async function closeProposal(store: Store, id: string, decision: Decision): Promise<boolean> {
  const closed = await store
    .updateTable("proposal")
    .set(decision)
    .where("id", "=", id)
    .where("status", "=", "open")
    .returning("id")
    .execute();
  return closed.length > 0;
}
