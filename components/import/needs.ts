import type { ModelDescription } from "@/lib/import/estimator/description";
import { catalogue, type Locale } from "@/lib/language/locale";
import { isId } from "@/lib/training/draft/names";
import { ID_FIELD, nameField, TARGET_FIELD, type AskedTexts } from "./asked";

/** What has to be done to a field before the model can be published, as an instruction. */
export interface Need {
  field: string;
  detail: string;
}

const NEED_WORDS = catalogue({
  en: {
    target: "name what the model estimates",
    id: "give the model an id",
    idRule: "write the id in small letters, digits and hyphens; it starts with a letter and has at most 60 characters",
    name: (input: number) => `name input ${input}`,
    other: (input: number, first: number, name: string) =>
      `give input ${input} another name: input ${first} is already ${name}`,
    comma: (input: number) => `remove the comma from the name of input ${input}`,
  },
  de: {
    target: "benennen Sie, was das Modell schätzt",
    id: "geben Sie dem Modell eine ID",
    idRule:
      "schreiben Sie die ID mit Kleinbuchstaben, Ziffern und Bindestrichen; sie beginnt mit einem Buchstaben und hat höchstens 60 Zeichen",
    name: (input) => `benennen Sie Eingabe ${input}`,
    other: (input, first, name) =>
      `geben Sie Eingabe ${input} einen anderen Namen: Eingabe ${first} heißt schon ${name}`,
    comma: (input) => `entfernen Sie das Komma aus dem Namen von Eingabe ${input}`,
  },
});

/** What is missing before the model can be published, in the order of the fields. */
export function needsOf(
  locale: Locale,
  { inputs }: Pick<ModelDescription, "inputs">,
  { target, id, names }: AskedTexts,
): Need[] {
  const words = NEED_WORDS[locale];
  const needs: Need[] = [];
  if (target.trim() === "") needs.push({ field: TARGET_FIELD, detail: words.target });
  if (!isId(id)) needs.push({ field: ID_FIELD, detail: id === "" ? words.id : words.idRule });
  const trimmed = names.map((name) => name.trim());
  inputs.forEach((input, position) => {
    const field = nameField(position);
    const own = trimmed[position]!;
    const first = trimmed.indexOf(own);
    if (own === "") needs.push({ field, detail: words.name(position + 1) });
    else if (first < position) needs.push({ field, detail: words.other(position + 1, first + 1, own) });
    else if (own.includes(",") && own !== input.name) needs.push({ field, detail: words.comma(position + 1) });
  });
  return needs;
}
