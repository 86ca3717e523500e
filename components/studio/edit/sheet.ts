import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import type { Input } from "@/lib/model/spec";
import { isObject, type Json, type JsonObject } from "../json";

/** A description in the fields of a form: numbers as they are typed, lists with a line for each item. */
export interface Sheet {
  id: string;
  language: string;
  title: string;
  summary: string;
  target: { label: string; unit: string; help: string; phrase: string; positive: boolean; transform: string };
  interval: string;
  inputs: InputSheet[];
  derived: DerivedSheet[];
  terms: { text: string }[];
  card: { disclaimer: string; intendedUse: string; limits: string; source: string };
  showRows: boolean;
}

export interface InputSheet {
  name: string;
  label: string;
  help: string;
  kind: Input["kind"];
  unit: string;
  min: string;
  max: string;
  levels: string;
  typical: string;
  missing: "" | "leave out" | "not allowed" | "assume";
  assumed: string;
  /** What no field shows, as JSON. */
  rest: string;
  /** Of an input that was added: the name of its column in the table. */
  column?: string;
}

export interface DerivedSheet {
  name: string;
  label: string;
  unit: string;
  help: string;
  formula: string;
}

/** The members of an input of a kind that no field shows. */
const UNSHOWN: Record<Input["kind"], string[]> = {
  number: ["format"],
  integer: ["format"],
  boolean: ["yes", "no", "instruction"],
  category: ["other"],
  date: ["time"],
};

const YES: Record<Locale, string> = { en: "yes", de: "ja" };
const NO: Record<Locale, string> = { en: "no", de: "nein" };

/** A value as a person types it: in German, numbers have a decimal comma. */
function textOf(value: Json | undefined, locale: Locale = DEFAULT_LOCALE): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return (value ? YES : NO)[locale];
  return typeof value === "number" && locale === "de" ? String(value).replace(".", ",") : String(value);
}
const member = (value: Json | undefined, name: string) => (isObject(value) ? value[name] : undefined);
const listOf = (value: Json | undefined) => (Array.isArray(value) ? value : []);
const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The fields of a description. @param locale of numbers, and of yes and no */
export function sheetOf(spec: JsonObject, locale = DEFAULT_LOCALE): Sheet {
  const { target, card } = spec;
  const of = (value: Json | undefined, name: string) => textOf(member(value, name));
  return {
    id: textOf(spec.id),
    language: textOf(spec.language) || DEFAULT_LOCALE,
    title: textOf(spec.title),
    summary: textOf(spec.summary),
    target: {
      label: of(target, "label"),
      unit: of(target, "unit"),
      help: of(target, "help"),
      phrase: of(target, "phrase"),
      positive: member(target, "positive") === true,
      transform: of(target, "transform") || "identity",
    },
    interval: textOf(spec.interval) || "auto",
    inputs: listOf(spec.inputs).map((input) => inputSheetOf(input as JsonObject, locale)),
    derived: listOf(spec.derived).map((derived) => ({
      name: of(derived, "name"),
      label: of(derived, "label"),
      unit: of(derived, "unit"),
      help: of(derived, "help"),
      formula: of(derived, "formula"),
    })),
    terms: listOf(spec.terms).map((term) => ({ text: textOf(term) })),
    card: {
      disclaimer: of(card, "disclaimer"),
      intendedUse: of(card, "intendedUse"),
      limits: listOf(member(card, "limits"))
        .map((item) => textOf(item))
        .join("\n"),
      source: of(card, "source"),
    },
    showRows: member(spec.training, "showRows") !== false,
  };
}

/** The fields of an input. */
export function inputSheetOf(input: JsonObject, locale = DEFAULT_LOCALE): InputSheet {
  const kind = input.kind as Input["kind"];
  const { missing } = input;
  return {
    name: textOf(input.name),
    label: textOf(input.label),
    help: textOf(input.help),
    kind,
    unit: textOf(input.unit),
    min: textOf(input.min, locale),
    max: textOf(input.max, locale),
    levels: listOf(input.levels)
      .map((item) => textOf(item))
      .join("\n"),
    typical: textOf(input.typical, locale),
    missing: isObject(missing) ? "assume" : ((missing ?? "") as InputSheet["missing"]),
    assumed: textOf(member(missing, "value"), locale),
    rest: JSON.stringify(
      Object.fromEntries(UNSHOWN[kind].flatMap((name) => (name in input ? [[name, input[name]]] : []))),
    ),
  };
}

const isNumber = (kind: Input["kind"]) => kind === "number" || kind === "integer";
/** Nothing for an empty field. */
const optional = (text: string) => text.trim() || undefined;

/** The number of a text; the text itself where it is none, which the description then refuses. */
export function numberOf(text: string, locale: Locale): number | string | undefined {
  const typed = text.trim().replace(/^−/, "-");
  const written =
    locale === "de"
      ? typed.replaceAll(/(?<=\d)\.(?=\d{3}\b)/g, "").replace(",", ".")
      : typed.replaceAll(/(?<=\d),(?=\d{3}\b)/g, "");
  if (written === "") return undefined;
  const number = Number(written);
  return Number.isFinite(number) ? number : text;
}

/** The value of an input of a kind. */
function valueOf(kind: Input["kind"], text: string, locale: Locale): Json | undefined {
  if (isNumber(kind)) return numberOf(text, locale);
  const word = text.trim().toLowerCase();
  if (kind === "boolean" && isOneOf(YES, word)) return true;
  if (kind === "boolean" && isOneOf(NO, word)) return false;
  return optional(text);
}

const isOneOf = (words: Record<Locale, string>, word: string) => Object.values(words).includes(word);

function inputOf(input: InputSheet, locale: Locale): JsonObject {
  const { name, label, help, kind, unit, min, max, levels, typical, missing, assumed, rest } = input;
  const unshown = JSON.parse(rest) as JsonObject;
  const kept = UNSHOWN[kind].flatMap((name) => (name in unshown ? [[name, unshown[name]] as const] : []));
  return {
    name,
    label: label.trim(),
    help: optional(help),
    kind,
    ...(isNumber(kind) && { unit: optional(unit), min: numberOf(min, locale), max: numberOf(max, locale) }),
    ...(kind === "date" && { min: optional(min), max: optional(max) }),
    ...(kind === "category" && { levels: linesOf(levels) }),
    ...Object.fromEntries(kept),
    missing: missing === "assume" ? { value: valueOf(kind, assumed, locale) ?? "" } : missing || undefined,
    typical: valueOf(kind, typical, locale),
  };
}

/**
 * The description of the fields. What no field shows stays as it is.
 *
 * @param base the description that the fields were made of
 * @param locale of numbers, and of yes and no
 */
export function specOf(sheet: Sheet, base: JsonObject, locale = DEFAULT_LOCALE): JsonObject {
  const { target, card, inputs, derived, terms, interval, showRows } = sheet;
  /** A default that the description leaves out stays left out. */
  const unless = (plain: Json, value: Json, of: Json | undefined, name: string) =>
    value === plain && member(of, name) === undefined ? undefined : value;
  const spec: JsonObject = {
    ...base,
    id: sheet.id.trim(),
    language: unless(DEFAULT_LOCALE, sheet.language, base, "language"),
    title: sheet.title.trim(),
    summary: sheet.summary.trim(),
    target: {
      ...(isObject(base.target) && base.target),
      label: target.label.trim(),
      unit: optional(target.unit),
      help: optional(target.help),
      phrase: optional(target.phrase),
      positive: unless(false, target.positive, base.target, "positive"),
      transform: unless("identity", target.transform, base.target, "transform"),
    },
    inputs: inputs.map((input) => inputOf(input, locale)),
    derived:
      derived.length === 0 && base.derived === undefined
        ? undefined
        : derived.map(({ name, label, unit, help, formula }) => ({
            ...{ name: name.trim(), label: label.trim() },
            ...{ unit: optional(unit), help: optional(help), formula: formula.trim() },
          })),
    terms: terms.length === 0 && base.terms === undefined ? undefined : terms.map(({ text }) => text.trim()),
    interval: unless("auto", interval, base, "interval"),
    card: {
      ...(isObject(base.card) && base.card),
      disclaimer: optional(card.disclaimer),
      intendedUse: card.intendedUse.trim(),
      limits: linesOf(card.limits),
      source: card.source.trim(),
    },
    training: isObject(base.training)
      ? {
          ...base.training,
          columns: columnsOf(sheet, base),
          showRows: unless(true, showRows, base.training, "showRows"),
        }
      : undefined,
  };
  // Without what is undefined, as it is sent.
  return JSON.parse(JSON.stringify(spec)) as JsonObject;
}

/** The columns of inputs that have another name in the table. */
function columnsOf({ inputs }: Sheet, { training, target }: JsonObject): JsonObject | undefined {
  const known = member(training, "columns");
  const names = [...inputs.map(({ name }) => name), textOf(member(target, "name"))];
  const kept = Object.entries(isObject(known) ? known : {}).filter(([name]) => names.includes(name));
  const taken = inputs.flatMap(({ name, column }) => (column === undefined || column === name ? [] : [[name, column]]));
  const columns = Object.fromEntries([...kept, ...taken]) as JsonObject;
  return known === undefined && Object.keys(columns).length === 0 ? undefined : columns;
}
