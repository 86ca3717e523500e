import { FUNCTION_NAMES } from "../../formula/parse";
import { DEFAULT_LOCALE, type Locale } from "../../language/locale";
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

/** German letters as ASCII spells them; of other letters the accent goes. */
const SPELLED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** The sign of a currency at the end of a header, after "in" or not: "Kaltmiete in €", "Price $". */
const CURRENCY_SIGN = /\s{1,3}(?:in\s{1,3})?((?:US|CA)?\$|[€£¥₹])$/iu;

/** A header without the sign of a currency at its end, and the sign, "" where there is none. */
function takeSign(header: string): [named: string, sign: string] {
  const text = header.trim();
  const found = CURRENCY_SIGN.exec(text);
  return found && found.index > 0 ? [text.slice(0, found.index), found[1]!] : [header, ""];
}

/** Lower-case Latin letters, digits and underscores: "wohnflaeche" of "Wohnfläche"; "" where there are none. */
function identifierOf(header: string): string {
  const [named] = takeSign(header);
  const folded = wordsOf(named.normalize("NFC")).join("_").toLowerCase();
  return folded
    .replace(/[äöüß]/g, (letter) => SPELLED[letter]!)
    .normalize("NFKD")
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
  ...{ qm: "m²", "m²": "m²", "km²": "km²", ps: "PS", minuten: "Minuten", sekunden: "Sekunden", stunden: "Stunden" },
};
/** Units that a reader expects in the label, too: "Total sqft" says more than "Total". */
const PART_OF_LABEL: ReadonlySet<string> = new Set(["sqft", "sqm", "minutes", "seconds", "hours", "pct", "percent"]);

/** Words between a name and its unit. */
const LINKS: ReadonlySet<string> = new Set(["in", "of", "by"]);

export interface Called {
  label: string;
  unit: string | undefined;
}

/**
 * What a column is called and the unit that its name states: "area (sqft)", "Height [cm]", "price_usd".
 *
 * @param language of the labels
 */
export function readHeader(header: string, language: Locale = DEFAULT_LOCALE): Called {
  const [, before = "", stated = ""] = /^(.+?)\s*[([]([^()[\]]{1,20})[)\]]\s*$/.exec(header) ?? [];
  if (stated !== "") return { label: labelOf(before, language), unit: unitOf(stated) ?? stated.trim() };
  const [named, sign] = takeSign(header);
  if (sign !== "") return { label: labelOf(named, language), unit: unitOf(sign) };
  const words = wordsOf(header);
  const last = words.at(-1)?.toLowerCase() ?? "";
  const unit = words.length > 1 ? unitOf(last) : undefined;
  const short = unit !== undefined && !PART_OF_LABEL.has(last) && labelOf(withoutUnit(header, last), language);
  return { label: short || labelOf(header, language), unit };
}

/** A header without the unit that it ends with, and without the word between: "Nähe zur S-Bahn" of "Nähe zur S-Bahn in km". */
function withoutUnit(header: string, unit: string): string {
  const named = header.slice(0, header.toLowerCase().lastIndexOf(unit)).replace(/[^\p{L}\p{N}%)\]]+$/u, "");
  const words = wordsOf(named);
  const link = words.length > 1 ? words.at(-1)! : "";
  return LINKS.has(link.toLowerCase()) ? named.slice(0, -link.length).replace(/[^\p{L}\p{N}%)\]]+$/u, "") : named;
}

/** The unit of a word, as it is written; undefined where it is none. */
function unitOf(word: string): string | undefined {
  const folded = word.trim().toLowerCase();
  return currencyOf(folded) ?? (Object.hasOwn(UNITS, folded) ? UNITS[folded] : undefined);
}

/** A word of capitals and digits: "SF", "SF1". */
const CAPITALS = /^\p{Lu}[\p{Lu}\d]+$/u;
/** An acronym in front of a word, which nobody can take apart for sure: "MSZoning". */
const GLUED = /\p{Lu}{2,}\p{Ll}/u;

/**
 * A header as a label: "Sale price" of "sale_price", "SalePrice" and "Sale Price". A header that somebody has written in
 * words stays as it is: "Preis pro Quadratmeter", "Lot Area in SqFt"; so do acronyms, and German nouns in a German label.
 */
export function labelOf(header: string, language: Locale = DEFAULT_LOCALE): string {
  // A hyphen joins words of a text, and separates those of a name: "Long-term debt", "bore-ratio".
  const isText = /\s/.test(header.trim());
  const spaced = header
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, " ")
    .replace(isText ? /(?!)/ : /(?<=[\p{Ll}\d])-(?=[\p{Ll}\d])/gu, " ")
    .replace(/[_\s]+/g, " ")
    .trim();
  const words = spaced.split(" ");
  const text = (language === "en" ? inSentenceCase(words) : words).join(" ") || header.trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A word as titles have it, or a number. */
const OF_TITLE = /^([A-Z][a-z]*|\d.*)$/;

/** Words of a title, "Year Built", and of a name, "GrLivArea", in lower case; what mixes both stays as it is. */
function inSentenceCase(words: string[]): string[] {
  const [only = ""] = words;
  const isName = words.length === 1 && !GLUED.test(only);
  const parts = isName ? only.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").split(" ") : words;
  const isTitle = parts.every((word) => OF_TITLE.test(word) || CAPITALS.test(word));
  return isName || isTitle ? parts.map((word) => (CAPITALS.test(word) ? word : word.toLowerCase())) : parts;
}

/** Whether a label is words: no abbreviation such as "Bldg" and "SF1", and no words that are run together. */
export function isPlain(label: string): boolean {
  return label.split(/[^\p{L}\p{N}%]+/u).every((word) => {
    if (unitOf(word) !== undefined || /^\d*(st|nd|rd|th)?$/.test(word)) return true;
    const letters = word.normalize("NFD").replace(/\p{M}/gu, "");
    if (!/^[a-z\d]+$/i.test(letters)) return true;
    return !/^[^aeiouy]{2,}$|\d/i.test(letters) && !/[a-z][A-Z]|[A-Z]{2,}[a-z]/.test(letters);
  });
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
