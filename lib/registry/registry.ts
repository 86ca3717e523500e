import { join } from "node:path";
import { env } from "../env";
import type { Model } from "../model/model";
import { processState } from "../process-state";
import { folderSource } from "./folder-source";
import { trainCommand } from "./folder-words";
import { tellNews } from "./news";
import type { Source, Unavailable } from "./source";

/** A model that cannot be read as it stands, and the version of it that goes on answering, if one was read before. */
export interface NotServed extends Unavailable {
  answering: string | undefined;
}

/**
 * The only place that knows where models come from. Each is loaded once in a process; what is served is replaced as a
 * whole when a source has changed, so that every answer is of one state.
 */
interface Registry {
  sources: Source[];
  /** Of what is served; nothing before the first reading. */
  revision?: string;
  models: ReadonlyMap<string, Model>;
  notServed: readonly NotServed[];
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
    const sources = [folderSource(directory)];
    found = { sources, models: new Map(), notServed: [], lookedAt: -Infinity, late: false };
    registries.set(directory, found);
  }
  return found;
}

async function readRevision({ sources }: Registry): Promise<string> {
  return (await Promise.all(sources.map((source) => source.revision()))).join("\n\n");
}

/** Take over what the sources have, if that has changed. */
async function look(current: Registry): Promise<void> {
  const began = performance.now();
  const revision = await readRevision(current);
  if (revision !== current.revision) {
    const entries = (await Promise.all(current.sources.map((source) => source.list()))).flat();
    const models = new Map<string, Model>();
    const notServed: NotServed[] = [];
    for (const entry of entries) {
      if ("read" in entry) {
        models.set(entry.id, await entry.read());
        continue;
      }
      const last = current.models.get(entry.name);
      if (last) models.set(entry.name, last);
      notServed.push({ ...entry, answering: last?.version });
    }
    tellChanges(current, models, notServed);
    Object.assign(current, { revision, models, notServed });
  }
  Object.assign(current, { lookedAt: began, fault: undefined });
}

function tellChanges(before: Registry, models: ReadonlyMap<string, Model>, notServed: NotServed[]): void {
  for (const [id, model] of models) {
    if (before.models.get(id) !== model)
      tellNews({ level: "debug", message: `model ${id} is loaded in version ${model.version}` });
  }
  for (const id of before.models.keys()) {
    if (!models.has(id)) tellNews({ level: "debug", message: `model ${id} is gone` });
  }
  for (const entry of notServed) {
    const known = before.notServed.some(({ name, reason }) => name === entry.name && reason === entry.reason);
    if (!known) tellNews({ level: "warn", message: describeNotServed(entry), fault: entry.fault });
  }
}

/** What stands in the log and at the start: which model cannot be served, why, and what to run. */
export function describeNotServed({ name, reason, command, answering }: NotServed): string {
  const state = answering === undefined ? "is not served" : `goes on answering in version ${answering}`;
  return `model ${name} ${state}: ${reason}; to mend it: ${command}`;
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
  return (current.looking ??= look(current)
    .catch((error: Error) => {
      if (current.fault !== error.message) tellNews({ level: "warn", message: error.message });
      current.fault = error.message;
      if (current.revision === undefined) throw error;
      current.lookedAt = performance.now();
    })
    .finally(() => Object.assign(current, { looking: undefined, late: false })));
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

/**
 * Every model that can answer, in the order of their folders.
 *
 * @throws ModelDirError where `MODEL_DIR` could never be read
 */
export async function listModels(): Promise<Model[]> {
  return [...(await upToDate()).models.values()];
}

/** The model with an id, if it can answer; of a version, if that is the one that is served. */
export async function findModel(id: string, version?: string): Promise<Model | undefined> {
  const model = (await upToDate()).models.get(id);
  return version === undefined || model?.version === version ? model : undefined;
}

/**
 * The same without waiting: nothing, either, before models have been asked for, or where what is known is too old to be
 * answered from.
 */
export function loadedModel(id: string): Model | undefined {
  const current = registry();
  if (current.revision === undefined) return undefined;
  const age = performance.now() - current.lookedAt;
  if (age >= PAUSE_MILLISECONDS) void lookAgain(current);
  return age < OLDEST_MILLISECONDS ? current.models.get(id) : undefined;
}

/** The models that cannot be read as they stand, those among them whose last good version goes on answering. */
export async function listNotServed(): Promise<readonly NotServed[]> {
  return (await upToDate()).notServed;
}

/** Why a model that is there cannot answer at all, if that is so. */
export async function findUnavailable(id: string): Promise<Unavailable | undefined> {
  const { models, notServed } = await upToDate();
  return models.has(id) ? undefined : notServed.find(({ name }) => name === id);
}
