import { loadModel } from "../families";
import type { GateCheck } from "../judging/gate";
import type { Model } from "../model/model";
import { toFolderError } from "../registry/faults";
import { figuresOf } from "../registry/outline";
import { findModel, isOfFolder, refreshModels } from "../registry/registry";
import { addAudit } from "../store/audit";
import {
  addVersion,
  changeModels,
  dropAlias,
  findVersion,
  packVersion,
  readAlias,
  readFormerChampion,
  setAlias,
  type VersionKey,
} from "../store/published-models";
import { withStore, type Store } from "../store/store";
import type { AliasName, AliasRow, VersionOrigin } from "../store/tables";
import { checkGate } from "./gate";

/** What is done, and by whom. */
export interface Published {
  model: string;
  version: string;
  revision: string;
  alias: AliasName;
  /** The champion before, if there was another. */
  before: string | null;
  /** What the gate found, where there was one to pass. */
  checks: GateCheck[];
}

/** Why nothing was changed, in words. */
export interface Refused {
  /**
   * A file or a text is at fault, there is no such version, a folder has the name, the champion is another than the
   * caller knows, the gate does not hold, or there is nothing to change.
   */
  refused: "invalid" | "unknown" | "taken" | "stale" | "gate" | "idle";
  /** What is at fault of what was sent. */
  field?: "spec" | "bundle" | "note" | "reason";
  detail: string;
  checks?: GateCheck[];
}

export interface Publication {
  /** What `JSON.parse` gave for model.json and artifact.json. */
  spec: unknown;
  bundle: unknown;
  /** Why this version is there. It is the reason where it takes the place of a champion. */
  note?: string;
  alias: AliasName;
  actor: string;
  origin: VersionOrigin;
  /** Whether it becomes the champion though the gate does not hold. */
  override?: boolean;
  /** The rows that it was trained on, as the store has them. */
  file?: string | null;
}

export interface Promotion {
  model: string;
  version: string;
  reason: string;
  /** The version of the champion that the caller knows; null where there was none. */
  expected?: string | null;
  actor: string;
  override?: boolean;
}

/** Notes and reasons are for reading. */
export const LONGEST_NOTE = 1_000;

/**
 * Publish a version: it is there whole, with its alias, or not at all. One that is there already stays as it was, and gets
 * the alias; of the champion, nothing changes.
 *
 * @throws NoStoreError, StoreAwayError with nothing published
 */
export async function publishVersion(publication: Publication): Promise<Published | Refused> {
  const { note, alias, actor, origin, file, override = false } = publication;
  const read = readFiles(publication);
  if ("refused" in read) return read;
  const { model } = read;
  const { id } = model.spec;
  if (await isOfFolder(id))
    return {
      refused: "taken",
      field: "spec",
      detail: `a folder in MODEL_DIR has the name ${id}, so it is read-only; use another id`,
    };
  const key = { model: id, version: model.version, revision: model.revision };
  const champion = await withStore((store) => readAlias(store, id, "champion"));
  if (champion && isOf(champion, key)) return { ...key, alias: "champion", before: champion.version, checks: [] };
  const replaces = alias === "champion" && champion !== undefined;
  const reason = readReason(note);
  if ((note !== undefined || replaces) && reason === undefined)
    return {
      refused: "invalid",
      field: "note",
      detail: `${replaces ? "this takes the place of a champion: " : ""}note ${NEEDS_REASON}`,
    };
  const checks = replaces ? await checkGate(model, champion) : [];
  const closed = closedBy(checks, override);
  if (closed) return closed;

  const made_at = Date.now();
  const row = await packVersion({
    ...{ ...key, origin, author: actor, note: reason ?? null, made_at, file },
    ...{ spec: JSON.stringify(publication.spec), bundle: JSON.stringify(publication.bundle) },
    figures: JSON.stringify(figuresOf(model)),
  });
  return change(id, alias === "champion" ? champion : "any", async (store) => {
    const added = await addVersion(store, row);
    await setAlias(store, { ...key, alias, set_at: made_at, set_by: actor });
    const overrides = !checks.every(({ holds }) => holds);
    const before = champion?.version ?? null;
    const detail = {
      alias,
      revision: key.revision,
      origin,
      added,
      note: reason ?? null,
      before,
      checks,
      override: overrides,
    };
    await addAudit(store, { at: made_at, actor, action: "publish", model: id, version: key.version, detail });
    return { ...key, alias, before, checks };
  });
}

/**
 * Let a version be the champion, past the gate.
 *
 * @throws NoStoreError, StoreAwayError with nothing changed
 */
export async function promoteVersion(promotion: Promotion): Promise<Published | Refused> {
  const { model: id, version, expected, actor, override = false } = promotion;
  const reason = readReason(promotion.reason);
  if (reason === undefined) return { refused: "invalid", field: "reason", detail: `reason ${NEEDS_REASON}` };
  const { key, champion } = await withStore(async (store) => ({
    key: await findVersion(store, { model: id, version }),
    champion: await readAlias(store, id, "champion"),
  }));
  if (!key) return { refused: "unknown", detail: `there is no version ${version} of ${id}` };
  if (await isOfFolder(id)) return hiddenByFolder(id);
  if (expected !== undefined && expected !== (champion?.version ?? null)) return staleOf(champion);
  if (champion && isOf(champion, key)) return { refused: "idle", detail: `version ${version} is the champion already` };
  const candidate = await findModel(id, version);
  if (!candidate) return { refused: "unknown", detail: `version ${version} of ${id} cannot be loaded` };
  const checks = await checkGate(candidate, champion);
  const closed = closedBy(checks, override);
  if (closed) return closed;

  return change(id, champion, async (store) => {
    const at = Date.now();
    const challenger = await readAlias(store, id, "challenger");
    await setAlias(store, { ...key, alias: "champion", set_at: at, set_by: actor });
    if (challenger && isOf(challenger, key)) await dropAlias(store, id, "challenger");
    const before = champion?.version ?? null;
    const overrides = !checks.every(({ holds }) => holds);
    const detail = { reason, revision: key.revision, before, checks, override: overrides };
    await addAudit(store, { at, actor, action: "promote", model: id, version, detail });
    return { ...key, alias: "champion", before, checks };
  });
}

/**
 * Let the champion before be champion again.
 *
 * @throws NoStoreError, StoreAwayError with nothing changed
 */
export async function rollback(
  asked: Pick<Promotion, "model" | "reason" | "expected" | "actor">,
): Promise<Published | Refused> {
  const { model: id, expected, actor } = asked;
  const reason = readReason(asked.reason);
  if (reason === undefined) return { refused: "invalid", field: "reason", detail: `reason ${NEEDS_REASON}` };
  if (await isOfFolder(id)) return hiddenByFolder(id);
  return change(id, "any", async (store) => {
    const champion = await readAlias(store, id, "champion");
    const former = await readFormerChampion(store, id);
    if (!champion) return { refused: "unknown", detail: `there is no champion of ${id} in the store` };
    if (expected !== undefined && expected !== champion.version) return staleOf(champion);
    if (!former) return { refused: "idle", detail: `${id} had no champion before version ${champion.version}` };
    await dropAlias(store, id, "champion");
    const { version, revision } = former;
    const detail = { reason, revision, before: champion.version };
    await addAudit(store, { at: Date.now(), actor, action: "rollback", model: id, version, detail });
    return { model: id, version, revision, alias: "champion", before: champion.version, checks: [] };
  });
}

/** Load what was sent, as the folder of a model is read. Nothing in it is run, and whatever is not understood is refused. */
function readFiles({ spec, bundle }: Publication): { model: Model } | Refused {
  try {
    return { model: loadModel(spec, bundle) };
  } catch (error) {
    const { message } = toFolderError(error);
    return { refused: "invalid", field: message.startsWith("model.json: ") ? "spec" : "bundle", detail: message };
  }
}

/** Change what is published, unless the champion is no longer the one that was judged; every instance sees it soon. */
async function change(
  id: string,
  champion: AliasRow | undefined | "any",
  work: (store: Store) => Promise<Published | Refused>,
): Promise<Published | Refused> {
  const done = await withStore((store) =>
    changeModels(store, async (transaction) => {
      if (champion !== "any") {
        const now = await readAlias(transaction, id, "champion");
        if (now?.number !== champion?.number || now?.set_at !== champion?.set_at) return staleOf(now);
      }
      return work(transaction);
    }),
  );
  await refreshModels();
  return done;
}

const isOf = (alias: AliasRow, key: VersionKey) => alias.version === key.version && alias.revision === key.revision;

const NEEDS_REASON = `must say why, in 1 to ${LONGEST_NOTE.toLocaleString("en-US")} characters`;

function readReason(text: string | undefined): string | undefined {
  const reason = text?.trim() ?? "";
  return reason === "" || reason.length > LONGEST_NOTE ? undefined : reason;
}

function closedBy(checks: GateCheck[], override: boolean): Refused | undefined {
  const failed = checks.filter(({ holds }) => !holds);
  if (failed.length === 0 || override) return undefined;
  const why = failed.map(({ detail }) => detail).join("; ");
  return { refused: "gate", detail: `${why}; to publish it all the same, send override: true`, checks };
}

function staleOf(champion: AliasRow | undefined): Refused {
  const now = champion ? `version ${champion.version} is the champion now` : "there is no champion now";
  return { refused: "stale", detail: `${now}, which is not what this decision rests on; look again` };
}

const hiddenByFolder = (id: string): Refused => ({
  refused: "taken",
  detail: `a folder in MODEL_DIR has the name ${id}; its model is replaced by training it again`,
});
