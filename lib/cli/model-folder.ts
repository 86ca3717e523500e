import { existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { isLocale, LOCALES, type Locale } from "../language/locale";
import { replaceFile } from "../registry/replace-file";
import { isId } from "../training/draft/names";
import { specText } from "../training/draft/spec-text";
import { CallError } from "./exit-codes";

/** The folder that a command writes a model into. */

/** @throws CallError for what no address can hold */
export function checkId(id: string, fault = `"${id}" is no id of a model`): void {
  if (isId(id)) return;
  throw new CallError(`${fault}; name one of 1 to 60 lower-case letters, digits and hyphens with --id`);
}

/** @throws CallError for a language that texts cannot be in */
export function readLanguage(language: string | undefined): Locale | undefined {
  if (language === undefined || isLocale(language)) return language;
  throw new CallError(`--language must be ${LOCALES.join(" or ")}`);
}

/** @throws CallError where the folder is there already and must not be replaced */
export function checkFolder(folder: string, { force }: { force?: boolean }): void {
  const there = existsSync(folder) ? statSync(folder) : undefined;
  if (there && !there.isDirectory()) throw new CallError(`${shown(folder)} is no folder; name another with --id`);
  if (there && !force) {
    throw new CallError(`there is a ${shown(folder)} already; name another with --id, or replace it with --force`);
  }
}

export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new CallError(`the folder ${shown(folder)} cannot be made (${code}); MODEL_DIR names another place`);
  });
}

/** Write model.json. */
export async function writeDescription(folder: string, spec: unknown): Promise<void> {
  await replaceFile(join(folder, "model.json"), specText(spec));
}

/** The path from a model's folder to the schema of its description, where it stands beside the folder of models. */
export function schemaFrom(folder: string): string | undefined {
  const schema = join(folder, "../../public/model.schema.json");
  return existsSync(schema) ? relative(folder, schema).replaceAll("\\", "/") : undefined;
}

/** A path as it is shown: from where the command was started, if it lies within. */
export function shown(path: string): string {
  const within = relative("", path);
  return within.startsWith("..") ? path : within;
}
