import { localeOf } from "../../language/locale";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { CsvError } from "../../csv/dialect";
import { env } from "../../env";
import { predict } from "../../model/answer/predict";
import type { Model } from "../../model/model";
import { canBeOutcome } from "../../model/scale";
import { parseJsonFile } from "../../model/spec";
import { findModel, listPublished } from "../../registry/registry";
import type { Published } from "../../registry/source";
import { addFile, dropFile, findFile, readFile as readStored } from "../../store/files";
import { readFirstReport, readOutcomes } from "../../store/outcomes";
import { readVersion } from "../../store/published-models";
import { withStore, type Store } from "../../store/store";
import { addOutcomes, type KnownOutcome } from "../../training/add-outcomes";
import { TableError } from "../../training/example-parser";
import { areDraftsFull, createRetraining } from "./create";
import type { Draft } from "./find";
import { full, idle, untrainable, type DraftRefusal } from "./refusal";
import { RETRAIN_WORDS } from "./retrain-words";
import type { SpecJson } from "./types";
import { worksOnDrafts } from "./watch";

/** The rows that a model was trained on, and its description as model.json has it. */
interface Origin {
  /** What its table is called. */
  name: string;
  spec: SpecJson;
  bytes(): AsyncIterable<Uint8Array>;
  /** When the rows were put together, in milliseconds since 1970: outcomes that were known by then are among them. */
  since: number;
}

/**
 * Train a model again: on the rows that it was trained on, and the outcomes that were reported since. That makes a draft,
 * which can be looked at, and published as a challenger. A model of a folder gets another name, since the folder's stays.
 *
 * @param id of the model
 * @throws NoStoreError, StoreAwayError
 */
export async function retrainModel(id: string, actor: string): Promise<Draft | DraftRefusal> {
  const model = await findModel(id);
  const entry = (await listPublished()).find((each) => each.id === id);
  if (!model || !entry) return { ofDraft: true, refused: "unknown", detail: `there is no model ${id}` };
  if (await areDraftsFull()) return full();
  const until = Date.now();
  return withStore(async (store) => {
    const origin = await findOrigin(store, model, entry);
    if ("refused" in origin) return origin;
    const counted = { outcomes: 0 };
    const name = `${origin.name.replace(/\.csv$/i, "")}-with-outcomes.csv`;
    try {
      const rows = addOutcomes(
        origin.bytes(),
        model.spec,
        knownOutcomes(store, model, { since: origin.since, until }, counted),
      );
      const file = await addFile(store, { name, kind: "table", madeAt: until }, rows);
      if (counted.outcomes === 0) {
        await dropFile(store, file.id);
        return idle(RETRAIN_WORDS.en.noOutcomes);
      }
      const free = entry.origin === "store" ? id : await freeId(id);
      const { target, training } = model.spec;
      return await createRetraining({
        ...{ actor, file },
        options: { id: free, target: training!.columns[target.name] ?? target.name, language: model.spec.language },
        spec: { ...withoutTest(origin.spec), id: free },
        base: { model: id, version: model.version, outcomes: counted.outcomes },
      });
    } catch (error) {
      if (error instanceof TableError || error instanceof CsvError) return untrainable(error.message);
      throw error;
    }
  });
}

/**
 * Why a model cannot be retrained here, whatever outcomes there are, in the language of its description; nothing where
 * it can.
 *
 * @throws NoStoreError, StoreAwayError
 */
export async function whyNotRetrain(model: Model): Promise<string | undefined> {
  const entry = (await listPublished()).find(({ id }) => id === model.spec.id);
  if (!worksOnDrafts()) return RETRAIN_WORDS[localeOf(model.spec)].noThread;
  const origin = entry && (await withStore((store) => findOrigin(store, model, entry)));
  return origin && "refused" in origin ? origin.detail : undefined;
}

type RetrainWords = (typeof RETRAIN_WORDS)["en"];

function findOrigin(store: Store, model: Model, entry: Published): Promise<Origin | DraftRefusal> {
  const words = RETRAIN_WORDS[localeOf(model.spec)];
  if (!model.spec.training) return Promise.resolve(untrainable(words.fittedElsewhere));
  if (model.spec.training.weights !== undefined) return Promise.resolve(untrainable(words.hasWeights));
  return entry.origin === "store" ? originInStore(store, entry, words) : originInFolder(model, words);
}

async function originInStore(
  store: Store,
  { id: model, version, revision }: Published,
  words: RetrainWords,
): Promise<Origin | DraftRefusal> {
  const kept = await readVersion(store, { model, version, revision });
  const file = kept?.file ? await findFile(store, kept.file) : undefined;
  if (!kept || !file) return untrainable(words.rowsNotStored(version));
  const spec = parseJsonFile(kept.spec) as SpecJson;
  return { name: file.name, spec, bytes: () => readStored(store, file.id), since: file.made_at };
}

async function originInFolder({ spec: { id, training } }: Model, words: RetrainWords): Promise<Origin | DraftRefusal> {
  const folder = join(env().MODEL_DIR, id);
  const path = join(folder, training!.file);
  const isThere = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isThere) return untrainable(words.tableMissing(training!.file));
  const spec = parseJsonFile(await readFile(join(folder, "model.json"), "utf8")) as SpecJson;
  return { name: training!.file, spec, bytes: () => createReadStream(path) as AsyncIterable<Buffer>, since: 0 };
}

/** A draft has one table, which the description goes on naming. */
function withoutTest({ $schema: _schema, ...spec }: SpecJson): SpecJson {
  const { test: _test, ...training } = spec.training as Record<string, unknown>;
  return { ...spec, training };
}

/** A name beside that of a folder. */
async function freeId(id: string): Promise<string> {
  const taken = new Set((await listPublished()).map((each) => each.id));
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

/**
 * The outcomes of a model that were first reported after one time and before another, with inputs that it accepts and
 * estimates. What is reported while they are read is left to the next training: it could be behind the reader already.
 */
async function* knownOutcomes(
  store: Store,
  model: Model,
  { since, until }: { since: number; until: number },
  counted: { outcomes: number },
): AsyncGenerator<KnownOutcome> {
  const { id, target } = model.spec;
  const all = { from: 0, to: Number.MAX_SAFE_INTEGER };
  for await (const outcome of readOutcomes(store, { model: id }, "actual", all)) {
    const { inputs, actual } = outcome;
    if (inputs === null || actual === null || !canBeOutcome(target, actual)) continue;
    // A later correction makes no second row of an outcome that is among the rows.
    const reported = await readFirstReport(store, outcome);
    if (reported <= since || reported > until) continue;
    const read = model.schema.safeParse(JSON.parse(inputs));
    if (!read.success || predict(model, read.data).refusal !== null) continue;
    counted.outcomes++;
    yield { inputs: read.data, actual };
  }
}
