import { randomBytes } from "node:crypto";
import { CsvError } from "../../csv/dialect";
import { openTable } from "../../csv/table";
import { addAudit } from "../../store/audit";
import { addDraft, countDraftsToBe } from "../../store/drafts";
import { addFile, dropFile, type StoredFile } from "../../store/files";
import { withStore } from "../../store/store";
import { findDraft, type Draft, type DraftSummary } from "./find";
import { checkOptions, idOfFile } from "./options";
import { elsewhere, full, invalid, MOST_DRAFTS, type DraftRefusal } from "./refusal";
import type { DraftOptions, SpecJson } from "./types";
import { hurryDrafts, worksOnDrafts } from "./watch";

/** A file that a model is to be made of. */
export interface Upload {
  kind: "table" | "model";
  /** What it is called where it comes from, if that is known. */
  file?: string;
  options: Partial<DraftOptions>;
  bytes: AsyncIterable<Uint8Array>;
  actor: string;
}

/** The first line of a table is looked for in so many bytes. */
const HEAD_BYTES = 2 ** 20;
const LONGEST_NAME = 120;

/**
 * Keep a file, and have a model made of it.
 *
 * @throws NoStoreError, StoreAwayError and what the bytes throw, with nothing kept
 */
export async function createDraft({ kind, file = "", options, bytes, actor }: Upload): Promise<Draft | DraftRefusal> {
  if (!worksOnDrafts()) return elsewhere();
  const name = nameOf(file) || (kind === "table" ? "table.csv" : "");
  if (name === "")
    return invalid([{ path: ["options", "file"], detail: "file must be the name of the model file, as model.pkl" }]);
  if (await areDraftsFull()) return full();
  const chosen = { ...options, id: options.id ?? idOfFile(name) };
  const { head, rest } = await takeHead(bytes, kind === "table");
  const columns = kind === "table" ? await columnsOf(head) : undefined;
  if (columns && "fault" in columns) return invalid([{ path: [], detail: columns.fault }]);
  const faults = checkOptions(chosen, kind, columns);
  if (faults.length > 0) {
    await rest.return(undefined);
    return invalid(faults);
  }
  const kept = await withStore((store) => addFile(store, { name, kind }, joined(head, rest)));
  return begin({ owner: actor, file: kept, options: chosen as DraftOptions, status: "reading" });
}

/**
 * Have a description that is known trained on rows that are in the store, as a draft that can be edited and published.
 *
 * @throws NoStoreError, StoreAwayError
 */
export async function createRetraining(wanted: {
  actor: string;
  file: StoredFile;
  options: DraftOptions;
  spec: SpecJson;
  base: NonNullable<DraftSummary["base"]>;
}): Promise<Draft | DraftRefusal> {
  if (!worksOnDrafts()) return elsewhere();
  const { actor, file, options, spec, base } = wanted;
  return begin({
    owner: actor,
    file,
    options,
    status: "training",
    spec: JSON.stringify(spec),
    base: JSON.stringify(base),
  });
}

/** Whether there are as many drafts as are kept, those included whose file is coming in. */
export const areDraftsFull = async (): Promise<boolean> => (await withStore(countDraftsToBe)) >= MOST_DRAFTS;

async function begin({
  file,
  options,
  ...row
}: {
  owner: string;
  file: StoredFile;
  options: DraftOptions;
  status: "reading" | "training";
  spec?: string;
  base?: string;
}): Promise<Draft | DraftRefusal> {
  const id = randomBytes(9).toString("base64url").replaceAll("-", "a").replaceAll("_", "b");
  const { owner: actor } = row;
  const isAdded = await withStore((store) =>
    store.transaction().execute(async (transaction) => {
      if ((await countDraftsToBe(transaction)) >= MOST_DRAFTS) return false;
      await addDraft(transaction, { id, file: file.id, options: JSON.stringify(options), ...row });
      const detail = { draft: id, file: file.name, size: file.size };
      await addAudit(transaction, { at: Date.now(), actor, action: "draft created", model: options.id, detail });
      return true;
    }),
  ).catch(async (error: unknown) => {
    await withStore((store) => dropFile(store, file.id)).catch(() => undefined);
    throw error;
  });
  if (!isAdded) {
    await withStore((store) => dropFile(store, file.id));
    return full();
  }
  hurryDrafts();
  return (await findDraft(id, actor))!;
}

/** The last part of a path, without what no name has. */
function nameOf(path: string): string {
  const last = path.split(/[\\/]/).at(-1)!;
  return last
    .replace(/[\p{C}"]/gu, "")
    .trim()
    .slice(-LONGEST_NAME);
}

/** The first bytes, up to the end of a line if that is wanted, and the others. */
async function takeHead(bytes: AsyncIterable<Uint8Array>, wantsLine: boolean) {
  const head: Uint8Array[] = [];
  let size = 0;
  const rest = (async function* () {
    yield* bytes;
  })();
  const hasLine = () => head.some((chunk) => chunk.includes(0x0a) || chunk.includes(0x0d));
  while (wantsLine && size < HEAD_BYTES && !hasLine()) {
    const next = await rest.next();
    if (next.done) break;
    head.push(next.value);
    size += next.value.length;
  }
  return { head, rest };
}

async function* joined(head: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* rest;
}

/** The names of a table's columns, or why it is none. */
async function columnsOf(head: Uint8Array[]): Promise<string[] | { fault: string }> {
  try {
    return (await openTable(head)).header.names;
  } catch (error) {
    if (error instanceof CsvError) return { fault: error.message };
    throw error;
  }
}
