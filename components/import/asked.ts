import type { InputDescription, ModelDescription } from "@/lib/import/estimator/description";
import { isId } from "@/lib/training/draft/names";
import type { Asked } from "@/lib/training/draft/draft-import";

/** What a person adds to a file, as it stands in the fields. */
export interface AskedTexts {
  target: string;
  id: string;
  /** Of each input, in the order of the file. */
  names: string[];
  positive: boolean;
}

/** What has to be done to a field before the model can be published, as an instruction. */
export interface Need {
  field: string;
  detail: string;
}

export const TARGET_FIELD = "import-target";
export const ID_FIELD = "import-id";
export const nameField = (position: number) => `import-name-${position + 1}`;

/** What stands in the fields from the start: the names that the file has. */
export function emptyAsked({ inputs }: Pick<ModelDescription, "inputs">): AskedTexts {
  return { target: "", id: "", names: inputs.map(({ name }) => name ?? ""), positive: false };
}

/** A model can be tried before anything is named: what is not named yet gets a name that stands for it. */
export function askedOf({ target, id, names, positive }: AskedTexts, files: string[]): Asked {
  return {
    target: target.trim() || "Target",
    id: isId(id) ? id : "model",
    names: names.map((name, position) => name.trim() || placeholderOf(position)),
    positive,
    files,
  };
}

/** What an input without a name is called until it has one. */
export const placeholderOf = (position: number) => `Input ${position + 1}`;

/** The names as an option of the command line needs them: undefined where they are those of the file. */
export function changedNames(inputs: InputDescription[], names: string[]): string[] | undefined {
  const trimmed = names.map((name) => name.trim());
  return inputs.every(({ name }, position) => name === trimmed[position]) ? undefined : trimmed;
}

/** What is missing before the model can be published, in the order of the fields. */
export function needsOf({ inputs }: Pick<ModelDescription, "inputs">, { target, id, names }: AskedTexts): Need[] {
  const needs: Need[] = [];
  if (target.trim() === "") needs.push({ field: TARGET_FIELD, detail: "name what the model estimates" });
  if (!isId(id)) {
    const rule = "lower-case letters, digits and hyphens, beginning with a letter, at most 60";
    needs.push({ field: ID_FIELD, detail: id === "" ? "give the model an id" : `write the id in ${rule}` });
  }
  const trimmed = names.map((name) => name.trim());
  inputs.forEach((input, position) => {
    const field = nameField(position);
    const own = trimmed[position]!;
    const first = trimmed.indexOf(own);
    if (own === "") needs.push({ field, detail: `name input ${position + 1}` });
    else if (first < position)
      needs.push({ field, detail: `name input ${position + 1} otherwise: input ${first + 1} is called ${own}, too` });
    else if (own.includes(",") && own !== input.name)
      needs.push({ field, detail: `leave the comma out of the name of input ${position + 1}` });
  });
  return needs;
}

/**
 * Names from a list that was pasted, one after the other: "age, km, power", a column of a spreadsheet, or what Python
 * prints, "['age', 'km']" and "Index(['age', 'km'], dtype='object')".
 */
export function splitNames(pasted: string): string[] {
  const [, listed = pasted] = /^\s*(?:\w+\()?\s*\[(.*)\]/s.exec(pasted) ?? [];
  return listed
    .split(/[,;\t\r\n]+/)
    .map((name) => name.trim().replace(/^(['"])(.*)\1$/, "$2"))
    .filter((name) => name !== "");
}
