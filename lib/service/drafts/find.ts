import { loadModel } from "../../families";
import type { Model } from "../../model/model";
import { processState } from "../../process-state";
import {
  findDraft as findRow,
  listDrafts as listRows,
  readBundle,
  type DraftLine,
  type FoundDraft,
} from "../../store/drafts";
import { withStore } from "../../store/store";
import type { DraftStatus } from "../../store/tables";
import { OWNER } from "../audit";
import type { DraftedModel, DraftFault, DraftOptions, Guesses, Preview, SpecJson } from "./types";

/** A draft as a list has it. */
export interface DraftSummary {
  id: string;
  status: DraftStatus;
  progress: number | null;
  fault: DraftFault | null;
  revision: number;
  owner: string;
  /** In milliseconds since 1970. */
  madeAt: number;
  changedAt: number;
  file: { name: string; kind: "table" | "model"; size: number };
  options: DraftOptions;
  base: { model: string; version: string; outcomes: number } | null;
  /** What training made; null until it is ready. */
  model: DraftedModel | null;
}

/** A model that is being made. */
export interface Draft extends DraftSummary {
  spec: SpecJson | null;
  guesses: Guesses | null;
  preview: Preview | null;
}

const read = <Value>(text: string | null) => (text === null ? null : (JSON.parse(text) as Value));

function summaryOf({ file, made_at, changed_at, ...row }: DraftLine): DraftSummary {
  const { id, status, progress, revision, owner } = row;
  return {
    ...{ id, status, progress, revision, owner, madeAt: made_at, changedAt: changed_at },
    fault: read(row.fault),
    file: { name: file.name, kind: file.kind, size: file.size },
    options: JSON.parse(row.options) as DraftOptions,
    base: read(row.base),
    model: read(row.model),
  };
}

/** A row as a draft. */
export function draftOf(row: FoundDraft): Draft {
  const guesses = read<Guesses>(row.guesses);
  return {
    ...summaryOf(row),
    spec: read(row.spec),
    guesses: guesses && {
      ...{ rows: guesses.rows, columns: guesses.columns, notes: guesses.notes, decisions: guesses.decisions },
    },
    preview: read(row.preview),
  };
}

/** Whether somebody sees a draft: its maker does, and the owner of the deployment sees all. */
const isSeenBy = (actor: string, owner: string) => actor === OWNER || actor === owner;

/** The row of a draft that somebody may see. */
export async function findOwnRow(id: string, actor: string): Promise<FoundDraft | undefined> {
  const row = await withStore((store) => findRow(store, id));
  return row && isSeenBy(actor, row.owner) ? row : undefined;
}

/**
 * The draft with an id; nothing where there is none, or it is somebody else's.
 *
 * @param actor who asks, as the audit log has it
 * @throws NoStoreError, StoreAwayError
 */
export async function findDraft(id: string, actor: string): Promise<Draft | undefined> {
  const row = await findOwnRow(id, actor);
  return row && draftOf(row);
}

/** The drafts that somebody may see, the last changed first. */
export async function listDrafts(actor: string): Promise<DraftSummary[]> {
  const rows = await withStore((store) => listRows(store, actor === OWNER ? undefined : actor));
  return rows.map(summaryOf);
}

/** As many models of drafts stay in memory. */
const MOST_LOADED = 8;

const kept = processState("draft-models", () => ({ models: new Map<string, Promise<Model | undefined>>() }));

/** The model of a draft that is ready; nothing where it is not, or is somebody else's. */
export async function draftModel(id: string, actor: string): Promise<Model | undefined> {
  const row = await findOwnRow(id, actor);
  if (row?.status !== "ready") return undefined;
  const { models } = kept;
  const name = `${id} ${row.revision}`;
  const model = models.get(name) ?? load(row);
  models.delete(name);
  models.set(name, model);
  model.catch(() => models.delete(name));
  for (const oldest of models.keys()) if (models.size > MOST_LOADED) models.delete(oldest);
  return model;
}

async function load({ id, revision, spec }: FoundDraft): Promise<Model | undefined> {
  const bundle = await withStore((store) => readBundle(store, { id, revision }));
  return bundle === undefined || spec === null ? undefined : loadModel(JSON.parse(spec), JSON.parse(bundle));
}
