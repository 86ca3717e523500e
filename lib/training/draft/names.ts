import { FUNCTION_NAMES } from "../../formula/parse";
import { currencyOf } from "./cell";

/** Names that no input may have: those of functions, of what every JavaScript object has, and of columns of answers. */
const RESERVED: ReadonlySet<string> = new Set([
  ...FUNCTION_NAMES,
  ...["log1p", "year", "month", "weekday", "days", "hour", "missing", "constructor"],
  ...["estimate", "low", "high", "within_10", "within_tolerance", "warnings", "error", "receipt"],
]);
/** A name has at most 40 characters; a number may come behind it. */
const LONGEST_NAME = 36;

/** Words of the name of a column: "GrLivArea", "total_sqft" and "Year Built" have three, two and two. */
export function wordsOf(header: string): string[] {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== "");
}

/** Words in lower case, by which columns are recognised. */
export const foldedWords = (header: string) => wordsOf(header).map((word) => word.toLowerCase());

/** Lower-case Latin letters, digits and underscores; "" where there are none. */
function identifierOf(header: string): string {
  const plain = wordsOf(header).join("_").replaceAll("ß", "ss").normalize("NFKD");
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "")
    .replace(/^_+|_+$/g, "");
}

/** Gives each column a name of its own that formulas, JSON, CSV and SQL can hold. */
export class Names {
  private readonly taken = new Set<string>();

  /** @param position of the column, by which it is called where its header has no Latin letter */
  give(header: string, position: number): string {
    const identifier = identifierOf(header);
    const begun = identifier === "" ? `column_${position + 1}` : /^\d/.test(identifier) ? `x${identifier}` : identifier;
    const free = RESERVED.has(begun) ? `${begun}_value` : begun.slice(0, LONGEST_NAME);
    let name = free;
    for (let count = 2; this.taken.has(name); count++) name = `${free}_${count}`;
    this.taken.add(name);
    return name;
  }
}

/** Units as columns are called after them, and as they are written. */
const UNITS: Record<string, string> = {
  ...{ sqft: "sq ft", sqm: "m²", m2: "m²", km2: "km²", kg: "kg", lbs: "lb", lb: "lb", km: "km", cm: "cm", mm: "mm" },
  ...{ miles: "miles", mi: "miles", hp: "hp", bhp: "bhp", kw: "kW", kwh: "kWh", cc: "cc", kmpl: "kmpl", mpg: "mpg" },
  ...{ lakh: "lakh", lakhs: "lakh", pct: "%", percent: "%", "%": "%", celsius: "°C", fahrenheit: "°F" },
  ...{ minutes: "minutes", seconds: "seconds", hours: "hours" },
};
/** Units that a reader expects in the label, too: "Total sqft" says more than "Total". */
const PART_OF_LABEL: ReadonlySet<string> = new Set(["sqft", "sqm", "minutes", "seconds", "hours", "pct", "percent"]);

/** Words between a name and its unit. */
const LINKS: ReadonlySet<string> = new Set(["in", "of", "by"]);

export interface Called {
  label: string;
  unit: string | undefined;
}

/** What a column is called and the unit that its name states: "area (sqft)", "Height [cm]", "price_usd". */
export function readHeader(header: string): Called {
  const [, before = "", stated = ""] = /^(.+?)\s*[([]([^()[\]]{1,20})[)\]]\s*$/.exec(header) ?? [];
  if (stated !== "") return { label: labelOf(before), unit: unitOf(stated) ?? stated.trim() };
  const words = foldedWords(header);
  const last = words.at(-1) ?? "";
  const unit = words.length > 1 ? unitOf(last) : undefined;
  const named = wordsOf(header).slice(0, LINKS.has(words.at(-2) ?? "") ? -2 : -1);
  const short = unit !== undefined && !PART_OF_LABEL.has(last) && labelOf(named.join(" "));
  return { label: short || labelOf(header), unit };
}

/** The unit of a word, as it is written; undefined where it is none. */
function unitOf(word: string): string | undefined {
  const folded = word.trim().toLowerCase();
  return currencyOf(folded) ?? (Object.hasOwn(UNITS, folded) ? UNITS[folded] : undefined);
}

/** "Sale price" of "sale_price", "SalePrice" and "sale price"; words in capitals stay. */
export function labelOf(header: string): string {
  const words = wordsOf(header).map((word) => (/^\p{Lu}[\p{Lu}\d]+$/u.test(word) ? word : word.toLowerCase()));
  const text = words.join(" ") || header.trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a model can have this name in addresses. */
export const isId = (text: string) => /^[a-z][a-z0-9-]{0,59}$/.test(text);

/** The name of a model in addresses, made of that of a file: "housing" of "data/Housing.csv"; "" where it has no Latin letter. */
export function idOf(file: string): string {
  const stem = (file.split(/[\\/]/).at(-1) ?? "").replace(/(\.csv|\.tsv|\.txt)+$/i, "");
  return identifierOf(stem)
    .replaceAll("_", "-")
    .replace(/^[\d-]+/, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}
