import { parseSpec, SpecError } from "../../model/spec";
import { addAudit } from "../../store/audit";
import { changeDraft as changeRow, deleteDraft as deleteRow, noteWork, type FoundDraft } from "../../store/drafts";
import { withStore } from "../../store/store";
import { faultIn } from "./fault";
import { columnsFollow } from "./columns-follow";
import { draftOf, findDraft, findOwnRow, type Draft } from "./find";
import { mergePatch } from "./merge-patch";
import { checkOptions } from "./options";
import { busy, elsewhere, invalid, stale, unknownDraft, type DraftRefusal, type PathFault } from "./refusal";
import type { KeptGuesses } from "./run-thread";
import type { DraftOptions, Preview, SpecJson } from "./types";
import { hurryDrafts, worksOnDrafts } from "./watch";

/** What is to be changed of a draft. */
export interface Change {
  /** The revision that the change rests on. */
  expected?: number;
  /** A merge patch of the description. */
  spec?: SpecJson;
  /** These guess the description anew. */
  options?: Partial<DraftOptions>;
}

type Changes = Parameters<typeof changeRow>[2];

const NOTHING_MADE = { progress: 0, fault: null, bundle: null, model: null };

/**
 * Change a draft, and have it read or trained anew. What goes on for the revision before is stopped.
 *
 * @throws NoStoreError, StoreAwayError with nothing changed
 */
export async function changeDraft(id: string, change: Change, actor: string): Promise<Draft | DraftRefusal> {
  const { expected, spec, options } = change;
  const row = await findOwnRow(id, actor);
  if (!row) return unknownDraft();
  if (expected !== undefined && expected !== row.revision) return stale(row.revision);
  if (!worksOnDrafts()) return elsewhere();
  if (spec && options) {
    const detail = "options guess the description anew, so spec must be sent after them, in a change of its own";
    return invalid([{ path: ["options"], detail }]);
  }
  if (options) return changeOptions(row, options, actor);
  return spec ? changeSpec(row, spec, actor) : draftOf(row);
}

async function changeOptions(row: FoundDraft, options: Partial<DraftOptions>, actor: string) {
  const changed = { ...(JSON.parse(row.options) as DraftOptions), ...options };
  const preview = row.preview === null ? undefined : (JSON.parse(row.preview) as Preview);
  const faults = checkOptions(changed, row.file.kind, preview?.header);
  if (faults.length > 0) return invalid(faults);
  return write(row, { ...NOTHING_MADE, status: "reading", options: JSON.stringify(changed) }, actor);
}

async function changeSpec(row: FoundDraft, patch: SpecJson, actor: string): Promise<Draft | DraftRefusal> {
  if (row.spec === null || row.status === "reading") {
    return busy("the file has not been read, so there is no description to change; wait until status is not reading");
  }
  const guesses = row.guesses === null ? null : (JSON.parse(row.guesses) as KeptGuesses);
  let spec: SpecJson;
  try {
    spec = columnsFollow(mergePatch(JSON.parse(row.spec), patch) as SpecJson, guesses);
    const faults = row.file.kind === "table" ? faultsOfTable(spec) : [];
    if (faults.length > 0) return invalid(faults);
    parseSpec(spec);
  } catch (error) {
    if (error instanceof SpecError && error.faults.length > 0) {
      return invalid(error.faults.map(({ path, detail }) => ({ path: ["spec", ...path], detail })));
    }
    const isOfPatch = error instanceof SpecError || error instanceof RangeError;
    if (isOfPatch) return invalid([{ path: ["spec"], detail: error.message }]);
    throw error;
  }
  const text = JSON.stringify(spec);
  if (text === row.spec && row.status !== "failed") return draftOf(row);
  const edited = guesses && JSON.stringify({ ...guesses, isUnedited: false } satisfies KeptGuesses);
  return write(row, { ...NOTHING_MADE, status: "training", spec: text, guesses: edited }, actor);
}

/** A draft has one table, which the description goes on naming. */
function faultsOfTable({ training }: SpecJson): PathFault[] {
  if (typeof training !== "object" || training === null) {
    return [{ path: ["spec", "training"], detail: "training must stay: it says how the table is read" }];
  }
  if (!("test" in training)) return [];
  const detail = "a draft has one table, so training must name no test table; glasshouse train takes one";
  return [{ path: ["spec", "training", "test"], detail }];
}

async function write(row: FoundDraft, changes: Changes, actor: string, next?: number): Promise<Draft | DraftRefusal> {
  const isDone = await withStore((store) => changeRow(store, row, changes, next));
  const draft = await findDraft(row.id, actor);
  if (!draft) return unknownDraft();
  if (!isDone) return stale(draft.revision);
  hurryDrafts();
  return draft;
}

/** Stop what goes on; what is not at work stays as it is. */
export async function stopDraft(id: string, actor: string): Promise<Draft | DraftRefusal> {
  const row = await findOwnRow(id, actor);
  if (!row) return unknownDraft();
  const { status } = row;
  const { language } = JSON.parse(row.options) as DraftOptions;
  const fault = JSON.stringify(faultIn(language, ({ faults }) => faults.stopped(status === "reading")));
  await withStore((store) => noteWork(store, row, { status: "failed", progress: null, fault, changed_at: Date.now() }));
  return (await findDraft(id, actor)) ?? unknownDraft();
}

/** Read and train once more what was stopped or has failed; what is at work goes on. */
export async function restartDraft(id: string, actor: string): Promise<Draft | DraftRefusal> {
  const row = await findOwnRow(id, actor);
  if (!row) return unknownDraft();
  if (!worksOnDrafts()) return elsewhere();
  if (row.status === "reading" || row.status === "training") return draftOf(row);
  const status = row.spec === null ? "reading" : "training";
  return write(row, { ...NOTHING_MADE, status }, actor, row.revision);
}

/** Delete a draft with its files; null where it is done. */
export async function deleteDraft(id: string, actor: string): Promise<null | DraftRefusal> {
  const row = await findOwnRow(id, actor);
  if (!row) return unknownDraft();
  const { id: model } = JSON.parse(row.options) as DraftOptions;
  await withStore((store) =>
    store.transaction().execute(async (transaction) => {
      if (!(await deleteRow(transaction, { id }))) return;
      const detail = { draft: id, file: row.file.name };
      await addAudit(transaction, { at: Date.now(), actor, action: "draft deleted", model, detail });
    }),
  );
  return null;
}
