import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { inspectionText } from "../import/estimator/words";
import { readFiles, type ImportedFile } from "../import/read-files";
import { DataError } from "./exit-codes";

const LARGEST_FILE_BYTES = 256 * 2 ** 20;

/**
 * `inspect <files>`: what a fitted model holds, on standard output. Nothing in a file is run.
 *
 * @throws ImportError saying what the files are, where they are no linear model that can be read
 */
export async function inspectFiles(paths: string[]): Promise<void> {
  process.stdout.write(inspectionText(readFiles(await readModelFiles(paths))));
}

/** The bytes of files. @throws DataError for one that is too large to be a linear model */
export async function readModelFiles(paths: string[]): Promise<ImportedFile[]> {
  const files: ImportedFile[] = [];
  for (const path of paths) {
    const { size } = await stat(path);
    if (size > LARGEST_FILE_BYTES) throw new DataError(`${path} is larger than 256 MB, which no linear model is`);
    files.push({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });
  }
  return files;
}
