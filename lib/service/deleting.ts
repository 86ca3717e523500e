import { isOfFolder, refreshModels } from "../registry/registry";
import { addAudit } from "../store/audit";
import { deleteRows, deleteVersions, type Deleted } from "../store/delete-versions";
import { changeModels, findVersion, listVersions, readAlias } from "../store/published-models";
import { withStore } from "../store/store";
import { LONGEST_NOTE, type Refused } from "./publishing";

/** What is to be deleted, why and by whom. */
export interface Deletion extends Deleted {
  reason: string;
  actor: string;
}

/**
 * Delete a version, or a whole model, with everything that was kept of it. Receipts of it are worth nothing then.
 *
 * @returns null where it is done, or why nothing was deleted
 * @throws NoStoreError, StoreAwayError; what was deleted by then is gone, and the call may be made again
 */
export async function deletePublished({ model, version, reason, actor }: Deletion): Promise<null | Refused> {
  const why = reason.trim();
  if (why === "" || why.length > LONGEST_NOTE) {
    const most = LONGEST_NOTE.toLocaleString("en-US");
    return { refused: "invalid", field: "reason", detail: `reason must say why, in 1 to ${most} characters` };
  }
  if (await isOfFolder(model)) return ofFolder(model);
  const deleted = { model, version };
  const refused = await withStore((store) => refusalOf(store, deleted));
  if (refused) return refused;
  await withStore((store) => deleteRows(store, deleted));
  const done = await withStore((store) =>
    changeModels(store, async (transaction) => {
      // It may have become the champion meanwhile.
      const late = await refusalOf(transaction, deleted);
      if (late) return late;
      await deleteVersions(transaction, deleted);
      const action = version === undefined ? "model deleted" : "version deleted";
      await addAudit(transaction, { at: Date.now(), actor, action, model, version, detail: { reason: why } });
      return null;
    }),
  );
  await refreshModels();
  return done;
}

async function refusalOf(
  store: Parameters<typeof readAlias>[0],
  { model, version }: Deleted,
): Promise<Refused | undefined> {
  if (version === undefined) {
    if ((await listVersions(store, model)).length > 0) return undefined;
    return { refused: "unknown", detail: `there is no model ${model} in the store` };
  }
  if (!(await findVersion(store, { model, version }))) {
    return { refused: "unknown", detail: `there is no version ${version} of ${model} in the store` };
  }
  if ((await readAlias(store, model, "champion"))?.version !== version) return undefined;
  return {
    refused: "taken",
    detail: `version ${version} is the champion, which answers: promote another version first, or delete the whole model`,
  };
}

const ofFolder = (model: string): Refused => ({
  refused: "taken",
  detail: `${model} is the model of a folder in MODEL_DIR, which is read-only; take the folder away to delete it`,
});
