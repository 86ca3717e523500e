import { deleteDraft as deleteRow, readBundle } from "../../store/drafts";
import { withStore } from "../../store/store";
import type { AliasName } from "../../store/tables";
import { publishVersion } from "../publishing";
import { findOwnRow } from "./find";
import { busy, stale, unknownDraft, type DraftRefusal } from "./refusal";

/** How a draft is to be published. */
export interface DraftPublication {
  note?: string;
  alias: AliasName;
  override?: boolean;
  /** The revision of the draft that was looked at. */
  expected?: number;
}

const NOT_READY = {
  reading: "its file is being read; wait until status is ready",
  training: "it is being trained; wait until status is ready",
  failed: "it has failed, so there is no model to publish; fault says why",
};

/**
 * Publish the model of a draft. The draft is gone then; the rows that it was trained on stay with the version.
 *
 * @throws NoStoreError, StoreAwayError with nothing published
 */
export async function publishDraft(
  id: string,
  { expected, ...publication }: DraftPublication,
  actor: string,
): Promise<Awaited<ReturnType<typeof publishVersion>> | DraftRefusal> {
  const row = await findOwnRow(id, actor);
  if (!row) return unknownDraft();
  const { revision, status, spec, file, copy, base } = row;
  if (expected !== undefined && expected !== revision) return stale(revision);
  if (status !== "ready") return busy(NOT_READY[status]);
  const bundle = await withStore((store) => readBundle(store, { id, revision }));
  if (bundle === undefined || spec === null) return stale(revision);
  const done = await publishVersion({
    ...{ ...publication, actor, spec: JSON.parse(spec), bundle: JSON.parse(bundle) },
    origin: base === null ? "studio" : "retrain",
    file: file.kind === "table" ? (copy ?? file.id) : null,
  });
  if (!("refused" in done)) {
    await withStore((store) => store.transaction().execute((transaction) => deleteRow(transaction, { id, revision })));
  }
  return done;
}
