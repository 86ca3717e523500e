import { joinAll, readOneHot } from "../../import/one-hot";
import { readFiles, type ImportedFile } from "../../import/read-files";
import type { ModelDescription } from "../../import/estimator/description";
import { draftImport, headersOf, type Asked, type ImportDraft } from "./draft-import";

/** A model of files as it is published. */
export interface DraftedFiles {
  description: ModelDescription;
  /** Its inputs as they are called. */
  names: string[];
  draft: ImportDraft;
}

/**
 * Read the files of a model that was fitted elsewhere, and describe it. Nothing in a file is run.
 *
 * @param asked with columns of 0 and 1 that are one category, as `location=4-243`, and what the card calls the files
 * @throws ImportError saying what the files are, or what is missing
 */
export function draftFiles(
  files: ImportedFile[],
  { oneHot = [], ...asked }: Asked & { oneHot?: string[] },
): DraftedFiles {
  const read = readFiles(files).description;
  const { description, names } = joinAll(read, headersOf(read, asked.names), oneHot.map(readOneHot));
  return { description, names, draft: draftImport(description, { ...asked, names }) };
}
