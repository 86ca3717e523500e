import { setTimeout } from "node:timers/promises";
import { loadModel } from "../families";
import type { Model } from "../model/model";
import { parseSpec } from "../model/spec";
import { NoStoreError, StoreAwayError } from "../store/faults";
import {
  findVersion,
  listAliases,
  readModelsChange,
  readOutlines,
  readVersion,
  type VersionKey,
} from "../store/published-models";
import { isStoreMade, withStore } from "../store/store";
import type { AliasRow } from "../store/tables";
import { toFolderError } from "./faults";
import type { Figures, Outline } from "./outline";
import type { Published, Source } from "./source";

/** How long a look waits for the store before it goes by what was read last. */
const PATIENCE_MILLISECONDS = 500;
/** As many champions stay in memory, and as many versions that are none: those that were used last. */
const MOST_CHAMPIONS = 128;
const MOST_OTHERS = 16;

/**
 * The models that are published in the store. Only aliases are read to list them; files are read when a model is needed.
 * While the store is away, or takes its time, what was read last counts.
 */
export function storeSource(): Source {
  let known: { change: number; entries: Published[] } | undefined;
  let fault: string | undefined;
  let reading: Promise<void> | undefined;
  let gathering: Promise<void> | undefined;
  const outlines = new Map<string, Outline>();
  const champions = new Map<string, Model>();
  const others = new Map<string, Promise<Model>>();

  async function look(): Promise<void> {
    const isEmpty = !known || known.entries.length === 0;
    if (isEmpty && !isStoreMade()) return void (known = { change: 0, entries: [] });
    const change = await withStore(readModelsChange);
    // What is read after the count may be newer; then the next look finds another count.
    if (known?.change !== change) known = { change, entries: toEntries(await withStore(listAliases)) };
  }

  /** Where there is no store, there is nothing in it. Of one that is away, `lib/service/store-state.ts` tells. */
  function noteFault(error: unknown): void {
    if (error instanceof NoStoreError) known = { change: 0, entries: [] };
    else fault = error instanceof StoreAwayError ? error.message : "the store cannot be read";
  }

  /** The champions with their challengers; those that were there before stay the same objects. */
  function toEntries(aliases: AliasRow[]): Published[] {
    const challengers = new Map(
      aliases.flatMap(({ alias, model, version }) => (alias === "challenger" ? [[model, version] as const] : [])),
    );
    return aliases
      .filter(({ alias }) => alias === "champion")
      .map((champion) => {
        const challenger = challengers.get(champion.model) ?? null;
        const same = known?.entries.find(({ id }) => id === champion.model);
        const isSame = same?.version === champion.version && same.revision === champion.revision;
        return isSame ? { ...same, challenger } : toEntry(champion, challenger);
      });
  }

  function toEntry({ model: id, version, revision }: VersionKey, challenger: string | null): Published {
    const key = { model: id, version, revision };
    const name = nameOf(key);
    let loading: Promise<Model> | undefined;
    async function load(): Promise<Model> {
      try {
        return keepLast(champions, name, await loadVersion(key), MOST_CHAMPIONS);
      } finally {
        loading = undefined;
      }
    }
    function loaded(): Model | undefined {
      const model = champions.get(name);
      return model && keepLast(champions, name, model, MOST_CHAMPIONS);
    }
    return {
      id,
      version,
      revision,
      origin: "store",
      challenger,
      loaded,
      read: async () => loaded() ?? (loading ??= load()),
      outline: () => readOutline(key),
    };
  }

  /** The first list reads the outlines of all models at once. */
  async function readOutline(key: VersionKey): Promise<Outline> {
    if (!outlines.has(nameOf(key))) await (gathering ??= gather().finally(() => (gathering = undefined)));
    const outline = outlines.get(nameOf(key));
    if (!outline) throw new Error(`the store has no version ${key.version} of ${key.model}`);
    return outline;
  }

  async function gather(): Promise<void> {
    const keys = (known?.entries ?? []).map(({ id, version, revision }) => ({ model: id, version, revision }));
    const names = new Set(keys.map(nameOf));
    for (const name of outlines.keys()) if (!names.has(name)) outlines.delete(name);
    const missing = keys.filter((key) => !outlines.has(nameOf(key)));
    for (const row of await withStore((store) => readOutlines(store, missing))) {
      const figures = JSON.parse(row.figures) as Figures;
      const publishedAt = new Date(row.made_at).toISOString();
      outlines.set(nameOf(row), {
        spec: parseSpec(JSON.parse(row.spec)),
        version: row.version,
        publishedAt,
        ...figures,
      });
    }
  }

  return {
    async revision() {
      // A store that has kept one look waiting keeps no other waiting.
      const late = reading !== undefined;
      reading ??= look()
        .catch(noteFault)
        .finally(() => (reading = undefined));
      if (!late) await Promise.race([reading, setTimeout(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
      return known ? String(known.change) : "unread";
    },
    async list() {
      return known?.entries ?? [];
    },
    async find(id, version) {
      const key = await withStore((store) => findVersion(store, { model: id, version })).catch((error: unknown) => {
        if (!(error instanceof NoStoreError)) throw error;
      });
      if (!key) return undefined;
      const name = nameOf(key);
      const model = keepLast(others, name, others.get(name) ?? loadVersion(key), MOST_OTHERS);
      // What cannot be loaded is not kept.
      model.catch(() => others.delete(name));
      return model;
    },
    unread() {
      return known ? undefined : (fault ?? "the store has not answered yet");
    },
  };
}

/** Keep what was used now as the last to be forgotten, and no more than so many. */
function keepLast<Kept>(kept: Map<string, Kept>, name: string, value: Kept, most: number): Kept {
  kept.delete(name);
  kept.set(name, value);
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
  return value;
}

const nameOf = ({ model, version, revision }: VersionKey) => `${model} ${version} ${revision}`;

/**
 * Load a version from its files.
 *
 * @throws StoreAwayError where it cannot be read now, ModelFolderError where it cannot be loaded
 */
async function loadVersion(key: VersionKey): Promise<Model> {
  const files = await withStore((store) => readVersion(store, key));
  try {
    if (!files) throw new Error("it is not in the store any more");
    const publishedAt = new Date(files.made_at).toISOString();
    return { ...loadModel(JSON.parse(files.spec), JSON.parse(files.bundle)), publishedAt };
  } catch (error) {
    throw toFolderError(error);
  }
}
