import { ImportError } from "./import-error";
import type { ImportedFile } from "./imported-file";
import { readJson } from "./read-json";
import { namesIn } from "./text";

/** Lists of names in files of JSON beside a model, and the files that are left out, each in a sentence. */
export interface Beside {
  lists: { key: string; names: string[] }[];
  notes: string[];
}

export const isJson = ({ name }: Pick<ImportedFile, "name">): boolean => /\.json$/i.test(name);

/** Read names of columns from files beside a model. Measures, settings and whatever else people keep there are left out. */
export function readBeside(files: ImportedFile[]): Beside {
  const beside: Beside = { lists: [], notes: [] };
  for (const file of files.filter(isJson)) {
    const found = namesOf(file);
    if (typeof found === "string") beside.notes.push(`${file.name.slice(0, 80)} is left out: ${found}.`);
    else beside.lists.push({ key: file.name, names: found });
  }
  return beside;
}

/** The names in a file, or why there are none. */
function namesOf({ bytes }: ImportedFile): string[] | string {
  try {
    return namesIn(readJson(bytes)) ?? "it contains no single list of names of columns";
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
}
