import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Spec } from "@/lib/model/spec";
import { writeText } from "@/lib/model/inputs/text";

/** What Next gives a page as its `searchParams`. */
export type SearchParams = Record<string, string | string[] | undefined>;

/**
 * The text that an address holds for each input, as it was typed. Other names are left alone: a link must survive
 * what mail programs and trackers append to it. A name that comes twice is no single value, and stays unreadable.
 */
export function readQuery(spec: Pick<Spec, "inputs">, query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    spec.inputs.flatMap(({ name }) => (query.has(name) ? [[name, query.getAll(name).join(" and ")]] : [])),
  );
}

/**
 * The query with each number in the digits that everybody reads: a comma before decimals, marks between thousands and a
 * unit are how somebody typed it. Nothing where all of them are digits already.
 */
export function withPlainNumbers(query: URLSearchParams, inputs: Inputs): URLSearchParams | undefined {
  const plain = new URLSearchParams(query);
  for (const [name, value] of Object.entries(inputs)) {
    if (typeof value === "number" && Number(query.get(name)) !== value) plain.set(name, String(value));
  }
  return plain.toString() === query.toString() ? undefined : plain;
}

export function toQuery(params: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((text) => [name, text])),
  );
}

/**
 * The form, filled in with what is given.
 *
 * @param path the page that it stands on
 */
export function formPath(
  spec: Pick<Spec, "id" | "inputs">,
  inputs: Partial<Inputs> = {},
  path = `/models/${spec.id}`,
): string {
  const query = new URLSearchParams(writeText(spec, inputs)).toString();
  return `${path}${query && `?${query}`}`;
}

/** The result for inputs, with a range of that level: the whole state of the page. */
export function estimatePath(spec: Pick<Spec, "id" | "inputs">, inputs: Inputs, level = DEFAULT_LEVEL): string {
  const query = new URLSearchParams(writeText(spec, inputs));
  if (level !== DEFAULT_LEVEL) query.set(levelName(spec), String(level));
  return `/models/${spec.id}/estimate?${query}`;
}

/** What the level of the range is called in an address: an input may have that name, too. */
export function levelName(spec: Pick<Spec, "inputs">): string {
  return freeName(spec, "level", "range_");
}

/** What the language of an image is called in its address. */
export function languageName(spec: Pick<Spec, "inputs">): string {
  return freeName(spec, "language", "image_");
}

/** A name that no input has: the one that is wished for, or that with something before it. */
function freeName({ inputs }: Pick<Spec, "inputs">, wished: string, before: string): string {
  let name = wished;
  while (inputs.some((input) => input.name === name)) name = before + name;
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
