import type { Model } from "../model/model";
import { tellNews, type News } from "./news";
import type { Published, Source, Unavailable } from "./source";

/** A model that cannot be read as it stands, and the version of it that goes on answering, if one was read before. */
export interface NotServed extends Unavailable {
  answering: string | undefined;
}

/** What the sources have, as it is served. */
export interface Served {
  sources: Source[];
  /** Of what is served; nothing before the first reading. */
  revision?: string;
  models: ReadonlyMap<string, Published>;
  notServed: readonly NotServed[];
  /** Models that are listed and could not be loaded when they were needed last. */
  notLoaded: Map<string, NotServed>;
}

export async function readRevision({ sources }: Served): Promise<string> {
  return (await Promise.all(sources.map((source) => source.revision()))).join("\n\n");
}

/** Take over what the sources have, if that has changed. A name of the folder is the folder's. */
export async function look(current: Served): Promise<void> {
  const revision = await readRevision(current);
  if (revision !== current.revision) {
    const entries = (await Promise.all(current.sources.map((source) => source.list()))).flat();
    const models = new Map<string, Published>();
    const notServed: NotServed[] = [];
    let isWhole = true;
    for (const entry of entries) {
      if (!("read" in entry)) {
        const last = current.models.get(entry.name);
        if (last) models.set(entry.name, last);
        notServed.push({ ...entry, answering: last?.version });
        continue;
      }
      if (models.has(entry.id) || notServed.some(({ name }) => name === entry.id)) {
        if (current.models.get(entry.id)?.origin !== "folder") tellNews(hidden(entry.id));
        continue;
      }
      const last = current.models.get(entry.id);
      // A model in use is replaced by one that is ready to answer.
      const isReady = !last?.loaded() || (await loadEntry(current, entry)) !== undefined;
      models.set(entry.id, isReady ? entry : last!);
      isWhole &&= isReady;
    }
    tellChanges(current, models, notServed);
    for (const id of current.notLoaded.keys()) if (!models.has(id)) current.notLoaded.delete(id);
    // What is not whole is looked at again.
    Object.assign(current, { revision: isWhole ? revision : "", models, notServed });
  }
}

/** The model of an entry; nothing where it cannot be loaded, of which the reason is kept. */
export async function loadEntry(current: Served, entry: Published): Promise<Model | undefined> {
  try {
    const model = await entry.read();
    current.notLoaded.delete(entry.id);
    return model;
  } catch (error) {
    const { message: reason, cause } = error as Error;
    const answering = current.models.get(entry.id)?.loaded()?.version;
    const fault = reason.startsWith("it cannot be loaded") ? (cause as Error) : undefined;
    const notServed = { name: entry.id, reason, command: "npm run migrate", fault, answering };
    if (current.notLoaded.get(entry.id)?.reason !== reason)
      tellNews({ level: "warn", message: describeNotServed(notServed), fault });
    current.notLoaded.set(entry.id, notServed);
    return undefined;
  }
}

const hidden = (id: string): News => ({
  level: "warn",
  message: `model ${id} of the store is not served: a folder in MODEL_DIR has that name`,
});

function tellChanges(before: Served, models: Served["models"], notServed: NotServed[]): void {
  for (const [id, { version, revision, loaded }] of models) {
    const last = before.models.get(id);
    if (last?.version === version && last.revision === revision) continue;
    const done = loaded() ? "loaded" : "published";
    tellNews({ level: "debug", message: `model ${id} is ${done} in version ${version}` });
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
