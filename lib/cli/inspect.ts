import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { inspectionText } from "../import/estimator/words";
import { readFiles, type ImportedFile } from "../import/read-files";
import { ENDINGS, mayBePart } from "../import/unfold";
import { DataError } from "./exit-codes";

const MOST_BYTES = 256 * 2 ** 20;
/** Entries of a folder, and those of it that may be part of a model. */
const MOST_FILES = 1000;
const MOST_PARTS = 50;
/** Folders within each other, the one that is named included. */
const DEEPEST = 2;

/**
 * `inspect <files>`, or a folder of them: what a fitted model holds, on standard output. Nothing in a file is run.
 *
 * @throws ImportError saying what the files are, where they are no linear model that can be read
 */
export async function inspectFiles(paths: string[]): Promise<void> {
  process.stdout.write(inspectionText(readFiles(await readModelFiles(paths))));
}

/**
 * The bytes of files, and of those in folders that may be part of a model, by their path in the folder.
 *
 * @throws DataError for what is too large to be a linear model, and for a folder without a file of one
 */
export async function readModelFiles(paths: string[]): Promise<ImportedFile[]> {
  const files: ImportedFile[] = [];
  let bytes = 0;
  const read = async (path: string, name: string, size: number) => {
    bytes += size;
    if (bytes > MOST_BYTES) throw new DataError(`${path} is more than the 256 MB that the files of a model may have`);
    files.push({ name, bytes: new Uint8Array(await readFile(path)) });
  };
  for (const path of paths) {
    const found = await stat(path);
    if (!found.isDirectory()) {
      await read(path, basename(path), found.size);
      continue;
    }
    const inside = await filesIn(path, "", DEEPEST);
    if (inside.length === 0) {
      throw new DataError(
        `${path} contains no file of a model; their names are MLmodel or end in .${ENDINGS.join(", .")}`,
      );
    }
    for (const { name, size } of inside) await read(join(path, name), name, size);
  }
  return files;
}

/** Files below a folder that may be part of a model, in the order of their names. */
async function filesIn(folder: string, within: string, deep: number): Promise<{ name: string; size: number }[]> {
  const names = await readdir(join(folder, within));
  if (names.length > MOST_FILES)
    throw new DataError(`${folder} has more than ${MOST_FILES} files; name those of the model`);
  const found: { name: string; size: number }[] = [];
  for (const each of names.sort()) {
    const name = within === "" ? each : `${within}/${each}`;
    const entry = await stat(join(folder, name)).catch(() => null);
    if (entry?.isDirectory() && deep > 1 && !each.startsWith("."))
      found.push(...(await filesIn(folder, name, deep - 1)));
    else if (entry?.isFile() && mayBePart(name, entry.size)) found.push({ name, size: entry.size });
    if (found.length > MOST_PARTS)
      throw new DataError(`${folder} has more than ${MOST_PARTS} files that may be a model; name those to be read`);
  }
  return found;
}
