import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import { DEFAULT_LOCALE, isLocale, localeOf, type Locale } from "@/lib/language/locale";
import { readValue, writeField, writeText } from "@/lib/model/inputs/text";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Spec } from "@/lib/model/spec";

/** What Next gives a page as its `searchParams`. */
export type SearchParams = Record<string, string | string[] | undefined>;

/**
 * The text that an address has for each input, as it was typed. Other names are left alone: a link must survive
 * what mail programs and trackers append to it. A name that is there twice has no single value, and stays unreadable.
 */
export function readQuery(spec: Pick<Spec, "inputs">, query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    spec.inputs.flatMap(({ name }) => (query.has(name) ? [[name, query.getAll(name).join(" and ")]] : [])),
  );
}

/**
 * The language in which the texts of an address were typed. A form in another language than English that is sent
 * without JavaScript says so, since "1,250" is another number there. Any other address is the same for every reader:
 * its texts are read as in English.
 */
export function typedIn(spec: Pick<Spec, "inputs">, query: URLSearchParams): Locale {
  const typed = query.get(typedName(spec)) ?? undefined;
  return isLocale(typed) ? typed : DEFAULT_LOCALE;
}

/** What the fields of a form show of an address: numbers as its reader types them, everything else as it is. */
export function readForFields(spec: Pick<Spec, "inputs">, query: URLSearchParams): Record<string, string> {
  const texts = readQuery(spec, query);
  const typed = typedIn(spec, query);
  for (const input of spec.inputs) {
    if (typed === localeOf(input)) continue;
    const value = readValue(input, texts[input.name] ?? "", { typed });
    if (typeof value === "number") texts[input.name] = writeField(input, value);
  }
  return texts;
}

/** The part of an address that is about the inputs: `readQuery`, with the language in which it was typed. */
export function enteredQuery(spec: Pick<Spec, "inputs">, query: URLSearchParams): URLSearchParams {
  const entered = new URLSearchParams(readQuery(spec, query));
  const typed = query.get(typedName(spec));
  if (typed !== null) entered.set(typedName(spec), typed);
  return entered;
}

/**
 * The query that is the same for every reader: each number in digits with a point before decimals, whatever the marks
 * and the unit that somebody typed, and nothing about the language of the form.
 *
 * @returns undefined where the query is that already
 */
export function withPlainNumbers(
  spec: Pick<Spec, "inputs">,
  query: URLSearchParams,
  inputs: Inputs,
): URLSearchParams | undefined {
  const plain = new URLSearchParams(query);
  const isTyped = query.has(typedName(spec));
  for (const [name, value] of Object.entries(inputs)) {
    if (typeof value === "number" && Number(query.get(name)) !== value) plain.set(name, String(value));
    // A level may have been called by its name in the language of the form.
    if (isTyped && typeof value === "string") plain.set(name, value);
  }
  plain.delete(typedName(spec));
  return plain.toString() === query.toString() ? undefined : plain;
}

export function toQuery(params: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((text) => [name, text])),
  );
}

interface FormPlace {
  /** The page that the form is on. */
  path?: string;
  /** The level of the range that its result will have. */
  level?: number;
}

/** The form, filled in with what is given. */
export function formPath(
  spec: Pick<Spec, "id" | "inputs">,
  inputs: Partial<Inputs> = {},
  { path = `/models/${spec.id}`, level = DEFAULT_LEVEL }: FormPlace = {},
): string {
  const query = withLevel(spec, new URLSearchParams(writeText(spec, inputs)), level).toString();
  return `${path}${query && `?${query}`}`;
}

/** The result for inputs, with a range of that level: the whole state of the page. */
export function estimatePath(spec: Pick<Spec, "id" | "inputs">, inputs: Inputs, level = DEFAULT_LEVEL): string {
  const query = withLevel(spec, new URLSearchParams(writeText(spec, inputs)), level);
  return `/models/${spec.id}/estimate?${query}`;
}

/** The usual level is in no address. */
function withLevel(spec: Pick<Spec, "inputs">, query: URLSearchParams, level: number): URLSearchParams {
  if (level !== DEFAULT_LEVEL) query.set(levelName(spec), String(level));
  return query;
}

/** The level that a form passes on to its result: that of its address, or the usual one where that is no probability. */
export function levelOf(spec: Pick<Spec, "inputs">, query: URLSearchParams): number {
  const level = Number(query.get(levelName(spec)) ?? NaN);
  return level > 0 && level < 1 ? level : DEFAULT_LEVEL;
}

/** What the level of the range is called in an address. */
export function levelName(spec: Pick<Spec, "inputs">): string {
  return freeName(spec, "level", "range_");
}

/** What the language of an image is called in its address. */
export function languageName(spec: Pick<Spec, "inputs">): string {
  return freeName(spec, "language", "image_");
}

/** What the language of the form is called in an address; see `typedIn`. */
export function typedName(spec: Pick<Spec, "inputs">): string {
  return freeName(spec, "typed", "form_");
}

/** A name in an address that no input has. */
function freeName({ inputs }: Pick<Spec, "inputs">, name: string, prefix: string): string {
  while (inputs.some((input) => input.name === name)) name = prefix + name;
  return name;
}

/**
 * The image of a result: its address with that of the language, where it is not the usual one.
 *
 * @param path of the result; see `estimatePath`
 */
export function imagePath(spec: Pick<Spec, "inputs">, path: string, locale: Locale): string {
  const [page = "", query = ""] = path.split("?");
  const asked = new URLSearchParams(query);
  if (locale !== DEFAULT_LOCALE) asked.set(languageName(spec), locale);
  return `${page}/image${asked.size > 0 ? `?${asked}` : ""}`;
}

/** The calls that ask for the same from a program. */
export function callsPath(spec: Pick<Spec, "id" | "inputs">, inputs: Inputs): string {
  return `/models/${spec.id}/api?${new URLSearchParams(writeText(spec, inputs))}`;
}

/** Where a whole table is estimated. */
export function batchPath({ id }: Pick<Spec, "id">): string {
  return `/models/${id}/batch`;
}
