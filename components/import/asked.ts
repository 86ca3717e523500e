import type { InputDescription, ModelDescription } from "@/lib/import/estimator/description";
import { catalogue, type Locale } from "@/lib/language/locale";
import { isId } from "@/lib/training/draft/names";
import type { Asked } from "@/lib/training/draft/draft-import";

const PLACEHOLDERS = catalogue({
  en: { target: "Target", input: (position: number) => `Input ${position}` },
  de: { target: "Zielgröße", input: (position) => `Eingabe ${position}` },
});

/** What a person adds to a file, as the fields have it. */
export interface AskedTexts {
  target: string;
  id: string;
  /** Of each input, in the order of the file. */
  names: string[];
  positive: boolean;
}

export const TARGET_FIELD = "import-target";
export const ID_FIELD = "import-id";
export const nameField = (position: number) => `import-name-${position + 1}`;

/** What the fields have from the start: the names that the file has. */
export function emptyAsked({ inputs }: Pick<ModelDescription, "inputs">): AskedTexts {
  return { target: "", id: "", names: inputs.map(({ name }) => name ?? ""), positive: false };
}

/**
 * A model can be tried before anything is named: what has no name yet gets a placeholder. Its texts are in the language
 * of the page.
 */
export function askedOf(locale: Locale, { target, id, names, positive }: AskedTexts, files: string[]): Asked {
  return {
    target: target.trim() || PLACEHOLDERS[locale].target,
    id: isId(id) ? id : "model",
    names: names.map((name, position) => name.trim() || placeholderOf(locale, position)),
    positive,
    files,
    language: locale,
  };
}

/** The name of an input that has none yet. */
export const placeholderOf = (locale: Locale, position: number) => PLACEHOLDERS[locale].input(position + 1);

/** The names as an option of the command line needs them: undefined where they are those of the file. */
export function changedNames(inputs: InputDescription[], names: string[]): string[] | undefined {
  const trimmed = names.map((name) => name.trim());
  return inputs.every(({ name }, position) => name === trimmed[position]) ? undefined : trimmed;
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
