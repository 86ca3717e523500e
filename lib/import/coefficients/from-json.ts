import type { Inverse } from "../estimator/description";
import { ImportError } from "../import-error";
import { sumOfRows } from "./from-table";
import { quoted } from "../text";
import { namedSum, type NamedSum } from "./named-sum";
import { partOf, type Part } from "./vocabulary";

type Members = Record<string, unknown>;

/** What becomes of the sum, by the link of a model or by what was done to its target. */
const INVERSES: Record<"link" | "target", Record<string, Inverse>> = {
  link: { identity: "identity", linear: "identity", log: "exp" },
  target: { none: "identity", identity: "identity", log: "exp", log1p: "expm1", sqrt: "square" },
};

/** Words of a link or of a transformation of the target that are known. */
export const KNOWN_INVERSES = { link: Object.keys(INVERSES.link), target: Object.keys(INVERSES.target) };

/**
 * Coefficients in JSON, as people write them: by name, or as a list with names beside it.
 *
 * @param beside names of columns from another file
 * @throws ImportError where the value is no such thing, saying what it is
 */
export function sumOfJson(value: unknown, beside: string[] | null): NamedSum {
  if (isRecords(value)) return sumOfRecords(value);
  if (isTexts(value)) throw onlyNames();
  if (!isMembers(value)) throw notCoefficients();
  const parts = partsOf(value);
  if (parts.has("scaler")) {
    throw new ImportError(
      `the file of JSON contains a scaler (${quoted(parts.get("scaler")![0]!)}), which is not read; multiply the coefficients out, or give the pickle of the pipeline`,
    );
  }
  const given = only(parts, "coefficients", value);
  if (given !== undefined && !isNumber(given)) return sumOfParts(given, value, parts, beside);
  if (Array.isArray(value.index) && Array.isArray(value.data)) return paired(value.index, value.data);
  const members = Object.entries(value);
  const inner = members[0]?.[1];
  // A table of pandas with one column.
  if (members.length === 1 && isMembers(inner)) return byName(inner);
  if (parts.has("names") && !members.some(([, each]) => isNumber(each))) throw onlyNames();
  return byName(value);
}

function sumOfParts(given: unknown, value: Members, parts: Map<string, string[]>, beside: string[] | null): NamedSum {
  const own = only(parts, "intercept", value);
  const intercept = own === undefined || own === null ? null : numberIn(own, "the intercept");
  const named = only(parts, "names", value);
  const sum = isRecords(given)
    ? sumOfRecords(given)
    : isMembers(given)
      ? byName(given)
      : paired(named ?? beside ?? null, flat(given));
  if (intercept !== null && sum.intercept !== null) throw new ImportError("the file has two intercepts; keep one");
  const inverses = (["link", "target"] as const).flatMap((part) => inverseOf(part, only(parts, part, value)));
  if (inverses.length > 1)
    throw new ImportError("the file has both a link and a transformation of the target; keep one");
  const others = Object.keys(value).filter((key) => partOf(key) === undefined);
  return {
    ...sum,
    intercept: intercept ?? sum.intercept,
    inverse: inverses[0] ?? "identity",
    notes: others.length > 0 ? [`Not read: ${others.slice(0, 20).map(quoted).join(", ")}.`] : [],
  };
}

function inverseOf(part: "link" | "target", value: unknown): Inverse[] {
  if (value === undefined || value === null) return [];
  const word = typeof value === "string" ? value.toLowerCase() : "of no text";
  const inverse = Object.hasOwn(INVERSES[part], word) ? INVERSES[part][word]! : undefined;
  if (inverse) return inverse === "identity" ? [] : [inverse];
  const what = part === "link" ? "link" : "transformation of the target";
  throw new ImportError(`the ${what} ${quoted(word)} is not known; ${KNOWN_INVERSES[part].join(", ")} are`);
}

function paired(names: unknown, values: unknown[]): NamedSum {
  if (names !== null && !isTexts(names))
    throw new ImportError("the names beside the coefficients are no list of texts");
  if (names && names.length !== values.length) {
    throw new ImportError(`the file has ${values.length} coefficients and ${names.length} names for them`);
  }
  return namedSum(values.map((each, index) => [names?.[index] ?? null, numberIn(each, `coefficient ${index + 1}`)]));
}

function byName(members: Members): NamedSum {
  const entries = Object.entries(members);
  if (!entries.some(([, each]) => isNumber(each) || Array.isArray(each))) throw notCoefficients();
  return namedSum(entries.map(([name, each]) => [name, numberIn(each, quoted(name))]));
}

function sumOfRecords(records: Members[]): NamedSum {
  const names = [...new Set(records.slice(0, 50).flatMap((record) => Object.keys(record)))];
  const cell = (each: unknown) => (typeof each === "string" || isNumber(each) ? each : null);
  return sumOfRows(
    names,
    records.map((record) => names.map((name) => cell(record[name]))),
  );
}

/** The keys of each part. */
function partsOf(value: Members): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const key of Object.keys(value)) {
    const part = partOf(key);
    // In a plain list of names and coefficients, a scale may be a column like any other.
    if (part && (part !== "scaler" || !isNumber(value[key]))) parts.set(part, [...(parts.get(part) ?? []), key]);
  }
  return parts;
}

function only(parts: Map<string, string[]>, part: Part, value: Members): unknown {
  const keys = parts.get(part) ?? [];
  if (keys.length > 1)
    throw new ImportError(`the file gives its ${part} twice, as ${keys.map(quoted).join(" and ")}; keep one`);
  return keys[0] === undefined ? undefined : value[keys[0]];
}

/** A number, or a list of one. */
function numberIn(value: unknown, what: string): number {
  if (isNumber(value)) return value;
  if (Array.isArray(value) && value.length === 1 && isNumber(value[0])) return value[0];
  throw new ImportError(
    `${what} is ${value === null ? "null" : Array.isArray(value) ? "a list" : typeof value === "string" ? quoted(value) : "an object"} and no number`,
  );
}

/** A list, or a list of one list, as coef_ of one target often is. */
function flat(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw notCoefficients();
  const [first] = value;
  if (value.length > 1 && Array.isArray(first)) {
    if (first.length > 1) throw new ImportError("the file has coefficients of several targets; keep those of one");
    return value.flat();
  }
  return Array.isArray(first) ? first : value;
}

const isNumber = (value: unknown): value is number => typeof value === "number";
const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string");
const isRecords = (value: unknown): value is Members[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMembers);

const onlyNames = () =>
  new ImportError(
    "the file of JSON contains names of columns and no coefficients; give the file of the model beside it",
  );
const notCoefficients = () =>
  new ImportError('the file of JSON contains no coefficients; write {"intercept": 1.5, "coefficients": {"area": 3.1}}');
