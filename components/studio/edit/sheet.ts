import type { Input } from "@/lib/model/spec";
import { isObject, type Json, type JsonObject } from "../json";

/** A description as it stands in the fields of a form: numbers as they are typed, lists with a line for each item. */
export interface Sheet {
  id: string;
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
  /** Of one that was taken in: how the table calls it. */
  column?: string;
}

export interface DerivedSheet {
  name: string;
  label: string;
  unit: string;
  help: string;
  formula: string;
}

/** What else a description may say of an input of a kind, as far as no field shows it. */
const UNSHOWN: Record<Input["kind"], string[]> = {
  number: ["format"],
  integer: ["format"],
  boolean: ["yes", "no", "instruction"],
  category: ["other"],
  date: ["time"],
};

const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? "" : value === true ? "yes" : value === false ? "no" : String(value);
const member = (value: Json | undefined, name: string) => (isObject(value) ? value[name] : undefined);
const listOf = (value: Json | undefined) => (Array.isArray(value) ? value : []);
const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The fields of a description. */
export function sheetOf(spec: JsonObject): Sheet {
  const { target, card } = spec;
  const of = (value: Json | undefined, name: string) => textOf(member(value, name));
  return {
    id: textOf(spec.id),
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
    inputs: listOf(spec.inputs).map((input) => inputSheetOf(input as JsonObject)),
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
      limits: listOf(member(card, "limits")).map(textOf).join("\n"),
      source: of(card, "source"),
    },
    showRows: member(spec.training, "showRows") !== false,
  };
}

/** The fields of an input. */
export function inputSheetOf(input: JsonObject): InputSheet {
  const kind = input.kind as Input["kind"];
  const { missing } = input;
  return {
    name: textOf(input.name),
    label: textOf(input.label),
    help: textOf(input.help),
    kind,
    unit: textOf(input.unit),
    min: textOf(input.min),
    max: textOf(input.max),
    levels: listOf(input.levels).map(textOf).join("\n"),
    typical: textOf(input.typical),
    missing: isObject(missing) ? "assume" : ((missing ?? "") as InputSheet["missing"]),
    assumed: textOf(member(missing, "value")),
    rest: JSON.stringify(
      Object.fromEntries(UNSHOWN[kind].flatMap((name) => (name in input ? [[name, input[name]]] : []))),
    ),
  };
}

const isNumber = (kind: Input["kind"]) => kind === "number" || kind === "integer";
/** Nothing for an empty field. */
const optional = (text: string) => text.trim() || undefined;

/** The number of a text; the text itself where it is none, which the description then refuses. */
function numberOf(text: string): number | string | undefined {
  const written = text
    .trim()
    .replace(/^−/, "-")
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, "");
  if (written === "") return undefined;
  const number = Number(written);
  return Number.isFinite(number) ? number : text;
}

/** The value of an input of a kind. */
function valueOf(kind: Input["kind"], text: string): Json | undefined {
  if (isNumber(kind)) return numberOf(text);
  const word = text.trim().toLowerCase();
  if (kind === "boolean" && (word === "yes" || word === "no")) return word === "yes";
  return optional(text);
}

function inputOf(input: InputSheet): JsonObject {
  const { name, label, help, kind, unit, min, max, levels, typical, missing, assumed, rest } = input;
  const unshown = JSON.parse(rest) as JsonObject;
  const kept = UNSHOWN[kind].flatMap((name) => (name in unshown ? [[name, unshown[name]] as const] : []));
  return {
    name,
    label: label.trim(),
    help: optional(help),
    kind,
    ...(isNumber(kind) && { unit: optional(unit), min: numberOf(min), max: numberOf(max) }),
    ...(kind === "date" && { min: optional(min), max: optional(max) }),
    ...(kind === "category" && { levels: linesOf(levels) }),
    ...Object.fromEntries(kept),
    missing: missing === "assume" ? { value: valueOf(kind, assumed) ?? "" } : missing || undefined,
    typical: valueOf(kind, typical),
  };
}

/**
 * The description that fields stand for. What no field shows stays as it is.
 *
 * @param base the description that the fields were made of
 */
export function specOf(sheet: Sheet, base: JsonObject): JsonObject {
  const { target, card, inputs, derived, terms, interval, showRows } = sheet;
  /** What a description means without saying it goes on unsaid. */
  const unless = (plain: Json, value: Json, of: Json | undefined, name: string) =>
    value === plain && member(of, name) === undefined ? undefined : value;
  const spec: JsonObject = {
    ...base,
    id: sheet.id.trim(),
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
    inputs: inputs.map(inputOf),
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

/** How the table calls what is called otherwise. */
function columnsOf({ inputs }: Sheet, { training, target }: JsonObject): JsonObject | undefined {
  const known = member(training, "columns");
  const names = [...inputs.map(({ name }) => name), textOf(member(target, "name"))];
  const kept = Object.entries(isObject(known) ? known : {}).filter(([name]) => names.includes(name));
  const taken = inputs.flatMap(({ name, column }) => (column === undefined || column === name ? [] : [[name, column]]));
  const columns = Object.fromEntries([...kept, ...taken]) as JsonObject;
  return known === undefined && Object.keys(columns).length === 0 ? undefined : columns;
}
