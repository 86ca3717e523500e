import { join } from "node:path";
import { env } from "../env";
import type { Model } from "../model/model";
import { processState } from "../process-state";
import { ModelFolderError } from "./faults";
import { folderSource } from "./folder-source";
import { trainCommand } from "./folder-words";
import { describeNotServed, loadEntry, look, readRevision, type NotServed, type Served } from "./look";
import { tellNews } from "./news";
import type { Outline } from "./outline";
import type { Published, Unavailable } from "./source";
import { storeSource } from "./store-source";

/**
 * The only place that knows where models come from. Each is loaded once in a process, those of the store when they are
 * needed first; what is served is replaced as a whole when a source has changed, so that every answer is of one state.
 */
interface Registry extends Served {
  /** When the last look that has ended began, by `performance.now()`. */
  lookedAt: number;
  looking?: Promise<void>;
  /** Whether somebody has waited for the look that goes on as long as anybody does. */
  late: boolean;
  /** Why the sources could not be looked at the last time. */
  fault?: string;
}

/** Sources are looked at when somebody asks for a model, and no more than once in so long. */
const PAUSE_MILLISECONDS = 1_000;
/** What is served is never older than this, unless looking itself takes longer: then what is loaded goes on answering. */
const OLDEST_MILLISECONDS = 2_000;
const PATIENCE_MILLISECONDS = 1_000;

let mine: Registry | undefined;

/** The registry of `MODEL_DIR`, which is looked up once for each copy of this module. */
function registry(): Registry {
  return (mine ??= registryOf(env().MODEL_DIR));
}

function registryOf(directory: string): Registry {
  const registries = processState("registries", () => new Map<string, Registry>());
  let found = registries.get(directory);
  if (!found) {
    const sources = [folderSource(directory), storeSource()];
    found = {
      ...{ sources, models: new Map(), notServed: [], notLoaded: new Map() },
      ...{ lookedAt: -Infinity, late: false },
    };
    registries.set(directory, found);
  }
  return found;
}

/** What an operator has to know of the models at the start, a line each: those that are not served, or that there is none. */
export async function describeStart(): Promise<string[]> {
  const { models, notServed } = await upToDate();
  if (models.size + notServed.length > 0)
    return [...notServed.map(describeNotServed), ...describeDefault(models, notServed)];
  const directory = env().MODEL_DIR;
  const command = trainCommand(join(directory, "my-model"));
  return [
    `MODEL_DIR holds no model: make a folder such as my-model in ${directory}, with model.json and training.csv in it, and run ${command}`,
  ];
}

/** That `DEFAULT_MODEL` names no model at all, if it does. One that cannot be read as it stands is named already. */
function describeDefault(models: Registry["models"], notServed: readonly NotServed[]): string[] {
  const { DEFAULT_MODEL } = env();
  if (DEFAULT_MODEL === undefined) return [];
  const names = [...models.keys(), ...notServed.map(({ name }) => name)];
  if (names.includes(DEFAULT_MODEL)) return [];
  return [`DEFAULT_MODEL is ${DEFAULT_MODEL}, and there is no such model; set it to one of ${names.sort().join(", ")}`];
}

/** Look, unless that is being done already. It fails only where nothing has been read yet. */
function lookAgain(current: Registry): Promise<void> {
  const began = performance.now();
  return (current.looking ??= look(current)
    .then(() => Object.assign(current, { lookedAt: began, fault: undefined }))
    .catch((error: Error) => {
      if (current.fault !== error.message) tellNews({ level: "warn", message: error.message });
      current.fault = error.message;
      if (current.revision === undefined) throw error;
      current.lookedAt = performance.now();
    })
    .finally(() => Object.assign(current, { looking: undefined, late: false }))
    .then(() => undefined));
}

/** The registry as it is now, or nearly: without waiting, unless nobody has asked for a while. */
async function upToDate(): Promise<Registry> {
  const current = registry();
  const age = performance.now() - current.lookedAt;
  if (age < PAUSE_MILLISECONDS) return current;
  const looking = lookAgain(current);
  if (current.revision === undefined) await looking;
  else if (age >= OLDEST_MILLISECONDS && !current.late) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((done) => (timer = setTimeout(done, PATIENCE_MILLISECONDS)));
    await Promise.race([looking, patience]);
    clearTimeout(timer);
    current.late = current.looking !== undefined;
  }
  return current;
}

/**
 * Find out whether the sources can be read at all.
 *
 * @throws ModelDirError naming what is wrong with `MODEL_DIR`
 */
export async function checkSources(): Promise<void> {
  await readRevision(registry());
}

/** Look again now, for a change that was just made here. */
export async function refreshModels(): Promise<void> {
  const current = registry();
  // One that has begun may have come too early.
  await current.looking?.catch(() => undefined);
  await lookAgain(current);
}

/**
 * What is published, without anything being loaded: those of the folder, in the order of their names, then those of the
 * store.
 *
 * @throws ModelDirError where `MODEL_DIR` could never be read
 */
export async function listPublished(): Promise<Published[]> {
  return [...(await upToDate()).models.values()];
}

/** What a list says of each, in the same order; of a model that cannot be read now, nothing. */
export async function listOutlines(): Promise<Outline[]> {
  const outlines = await Promise.allSettled((await listPublished()).map((entry) => entry.outline()));
  return outlines.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}

/** Every model that can answer, in the same order. All are loaded: who needs less takes `listPublished`. */
export async function listModels(): Promise<Model[]> {
  const current = await upToDate();
  const models = await Promise.all([...current.models.values()].map((entry) => loadEntry(current, entry)));
  return models.filter((model) => model !== undefined);
}

/**
 * The model with an id, if it can answer: in the version that is served, or in any that the store has.
 *
 * @throws StoreAwayError where another version cannot be read now
 */
export async function findModel(id: string, version?: string): Promise<Model | undefined> {
  const current = await upToDate();
  const entry = current.models.get(id);
  if (entry && (version === undefined || entry.version === version)) return loadEntry(current, entry);
  if (version === undefined || (await isOfFolder(id))) return undefined;
  for (const source of current.sources) {
    const model = await source.find?.(id, version).catch((error: Error) => {
      if (!(error instanceof ModelFolderError)) throw error;
      tellNews({ level: "warn", message: `version ${version} of ${id} cannot be loaded: ${error.message}` });
    });
    if (model) return model;
  }
  return undefined;
}

/** Whether a folder has the name, be it one that cannot be read: no model of the store can take it. */
export async function isOfFolder(id: string): Promise<boolean> {
  const { models, notServed } = await upToDate();
  return models.get(id)?.origin === "folder" || notServed.some(({ name }) => name === id);
}

/**
 * The same without waiting: nothing, either, before models have been asked for, where it has to be read first, or where
 * what is known is too old to be answered from.
 */
export function loadedModel(id: string): Model | undefined {
  const current = registry();
  if (current.revision === undefined) return undefined;
  const age = performance.now() - current.lookedAt;
  if (age >= PAUSE_MILLISECONDS) void lookAgain(current);
  return age < OLDEST_MILLISECONDS ? current.models.get(id)?.loaded() : undefined;
}

/** The version that may replace a model, as far as is known without waiting; null where it is not the one that answers. */
export function challengerOf({ spec, version }: Pick<Model, "spec" | "version">): string | null {
  const entry = registry().models.get(spec.id);
  return entry?.version === version ? entry.challenger : null;
}

/** The models that cannot be read as they stand, those among them whose last good version goes on answering. */
export async function listNotServed(): Promise<readonly NotServed[]> {
  const { notServed, notLoaded } = await upToDate();
  return [...notServed, ...notLoaded.values()];
}

/** Why a model that is there cannot answer at all, if that is so; or why that cannot be known. */
export async function findUnavailable(id: string): Promise<Unavailable | undefined> {
  const { models, notServed, notLoaded, sources } = await upToDate();
  if (models.has(id)) return notLoaded.get(id)?.answering === undefined ? notLoaded.get(id) : undefined;
  const known = notServed.find(({ name }) => name === id);
  const reason = sources.map((source) => source.unread?.()).find((each) => each !== undefined);
  return known ?? (reason === undefined ? undefined : { name: id, reason, command: "npm run migrate" });
}
