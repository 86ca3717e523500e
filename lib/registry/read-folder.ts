import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadModel } from "../families";
import type { Model } from "../model/model";
import { parseJsonFile } from "../model/spec";
import { ModelFolderError, toFolderError } from "./faults";

/** What a folder holds: a model, or why there is none; and the id in model.json, if that can be read. */
export type FolderContent = { id: string | undefined } & ({ model: Model } | { error: ModelFolderError });

const missing: Record<string, string> = {
  "model.json": "model.json is missing",
  "artifact.json": "it is not trained: artifact.json is missing",
};

async function readJson(folder: string, file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(join(folder, file), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ModelFolderError(code === "ENOENT" ? missing[file] : `${file} cannot be read (${code})`);
  }
  try {
    return parseJsonFile(text);
  } catch (error) {
    throw new ModelFolderError(`${file} is not JSON: ${(error as Error).message}`);
  }
}

function idOf(spec: unknown): string | undefined {
  const { id } = (spec ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : undefined;
}

/** Read the folder of a model. */
export async function readFolder(folder: string): Promise<FolderContent> {
  let spec: unknown;
  try {
    spec = await readJson(folder, "model.json");
    const bundle = await readJson(folder, "artifact.json");
    return { id: idOf(spec), model: load(spec, bundle) };
  } catch (error) {
    if (!(error instanceof ModelFolderError)) throw error;
    return { id: idOf(spec), error };
  }
}

function load(spec: unknown, bundle: unknown): Model {
  try {
    return loadModel(spec, bundle);
  } catch (error) {
    throw toFolderError(error);
  }
}

/**
 * The model in a folder, whatever the folder is called.
 *
 * @throws ModelFolderError naming the folder and what is wrong
 */
export async function readModel(folder: string): Promise<Model> {
  const content = await readFolder(folder);
  if ("model" in content) return content.model;
  throw new ModelFolderError(`${folder}: ${content.error.message}`, { cause: content.error.cause });
}
