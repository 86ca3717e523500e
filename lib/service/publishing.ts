import { loadModel } from "../families";
import type { Model } from "../model/model";
import { toFolderError } from "../registry/faults";
import { figuresOf } from "../registry/outline";
import { findModel, isOfFolder } from "../registry/registry";
import { addAudit } from "../store/audit";
import {
  addVersion,
  dropAlias,
  findVersion,
  packVersion,
  readAlias,
  readFormerChampion,
  setAlias,
} from "../store/published-models";
import { withStore } from "../store/store";
import type { AliasName, VersionOrigin } from "../store/tables";
import {
  allHold,
  changePublished,
  closedBy,
  hiddenByFolder,
  isOf,
  judgeCandidate,
  makeChampion,
  NEEDS_REASON,
  readReason,
  staleOf,
  type Published,
  type Refused,
} from "./model-changes";
import { proposeWithin } from "./proposals";
import { settings } from "./settings";

export { LONGEST_NOTE, type Published, type Refused } from "./model-changes";

export interface Publication {
  /** What `JSON.parse` gave for model.json and artifact.json. */
  spec: unknown;
  bundle: unknown;
  /** Why this version is published: the reason where it replaces a champion. */
  note?: string;
  alias: AliasName;
  actor: string;
  origin: VersionOrigin;
  /** Whether it becomes the champion though a check fails. */
  override?: boolean;
  /** The file of its training rows in the store. */
  file?: string | null;
}

export interface Promotion {
  model: string;
  version: string;
  reason: string;
  /** The champion that the caller has seen; null where there was none. */
  expected?: string | null;
  actor: string;
  override?: boolean;
}

/**
 * Publish a version: it is stored whole, with its alias, or not at all. A version that is stored already stays as it was,
 * and gets the alias; publishing the champion again changes nothing. Where `APPROVALS` is 1, a champion is stored without
 * an alias and proposed.
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
  const waits = alias === "champion" && settings().APPROVALS;
  const reason = readReason(note);
  if ((note !== undefined || replaces || waits) && reason === undefined)
    return {
      refused: "invalid",
      field: "note",
      detail: `${replaces ? "this replaces a champion: " : ""}note ${NEEDS_REASON}`,
    };
  const checks = replaces || waits ? await judgeCandidate(id, model, champion) : [];
  const closed = replaces ? closedBy(checks, override) : undefined;
  if (closed) return closed;

  const at = Date.now();
  const row = await packVersion({
    ...{ ...key, origin, author: actor, note: reason ?? null, made_at: at, file },
    ...{ spec: JSON.stringify(publication.spec), bundle: JSON.stringify(publication.bundle) },
    figures: JSON.stringify(figuresOf(model)),
  });
  return changePublished(id, alias === "champion" ? champion : "any", async (store) => {
    const added = await addVersion(store, row);
    const before = champion?.version ?? null;
    const shared = { revision: key.revision, origin, added, note: reason ?? null, before };
    const deed = { at, actor, action: "publish", model: id, version: key.version } as const;
    if (waits) {
      if (added) await addAudit(store, { ...deed, detail: { ...shared, alias: null, checks: [], override: false } });
      return proposeWithin(store, { ...key, reason: reason!, before, checks, made_at: at, made_by: actor });
    }
    await setAlias(store, { ...key, alias, set_at: at, set_by: actor });
    await addAudit(store, { ...deed, detail: { ...shared, alias, checks, override: !allHold(checks) } });
    return { ...key, alias, before, checks };
  });
}

/**
 * Make a version the champion, after the gate; where `APPROVALS` is 1, propose it.
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
  const checks = await judgeCandidate(id, candidate, champion);
  const closed = closedBy(checks, override);
  if (closed) return closed;

  return changePublished(id, champion, async (store) => {
    const at = Date.now();
    const before = champion?.version ?? null;
    if (settings().APPROVALS)
      return proposeWithin(store, { ...key, reason, before, checks, made_at: at, made_by: actor });
    await makeChampion(store, key, { set_at: at, set_by: actor });
    const detail = { reason, revision: key.revision, before, checks, override: !allHold(checks) };
    await addAudit(store, { at, actor, action: "promote", model: id, version, detail });
    return { ...key, alias: "champion", before, checks };
  });
}

/**
 * Make the previous champion the champion again. It needs no second person: it was the champion before.
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
  return changePublished(id, "any", async (store) => {
    const champion = await readAlias(store, id, "champion");
    const former = await readFormerChampion(store, id);
    if (!champion) return { refused: "unknown", detail: `there is no champion of ${id} in the store` };
    if (expected !== undefined && expected !== champion.version) return staleOf(champion);
    if (!former)
      return {
        refused: "idle",
        detail: "there is no earlier champion to go back to; to use another version, promote it",
      };
    await dropAlias(store, id, "champion");
    const { version, revision } = former;
    const detail = { reason, revision, before: champion.version };
    await addAudit(store, { at: Date.now(), actor, action: "rollback", model: id, version, detail });
    return { model: id, version, revision, alias: "champion", before: champion.version, checks: [] };
  });
}

/** Load the files as those of a folder. Nothing in them is run, and what is not understood is refused. */
function readFiles({ spec, bundle }: Publication): { model: Model } | Refused {
  try {
    return { model: loadModel(spec, bundle) };
  } catch (error) {
    const { message } = toFolderError(error);
    return { refused: "invalid", field: message.startsWith("model.json: ") ? "spec" : "bundle", detail: message };
  }
}
