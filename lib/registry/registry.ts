import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env";
import { loadModel } from "../families";
import type { Model } from "../model/model";

/**
 * The only place that knows where models come from: now a folder with one folder for each model.
 * What it gives is read once for the life of the process; a new artifact is served after a restart.
 */
let models: Promise<Map<string, Model>> | undefined;
let loaded: Map<string, Model> | undefined;

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** The model in a folder. */
export async function readModel(folder: string): Promise<Model> {
  const [spec, artifact] = await Promise.all([
    readJson(join(folder, "model.json")),
    readJson(join(folder, "artifact.json")),
  ]);
  try {
    return loadModel(spec, artifact);
  } catch (error) {
    throw new Error(`${folder}: ${(error as Error).message}`, { cause: error });
  }
}

async function readModels(directory: string): Promise<Map<string, Model>> {
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = await Promise.all(folders.sort().map((folder) => readModel(join(directory, folder))));
  return new Map(read.map((model) => [model.spec.id, model]));
}

function allModels(): Promise<Map<string, Model>> {
  models ??= readModels(env().MODEL_DIR).then(
    (read) => (loaded = read),
    (error: unknown) => {
      models = undefined;
      throw error;
    },
  );
  return models;
}

/** Every published model, in the order of their folders. */
export async function listModels(): Promise<Model[]> {
  return [...(await allModels()).values()];
}

/** The model with an id, if there is one. */
export async function findModel(id: string): Promise<Model | undefined> {
  return (await allModels()).get(id);
}

/** The same without waiting: nothing, either, before models have been asked for. */
export function loadedModel(id: string): Model | undefined {
  return loaded?.get(id);
}
