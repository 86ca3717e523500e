import { closest, distance } from "fastest-levenshtein";
import { Words } from "../../csv/words";
import { localeOf } from "../../language/locale";
import { formatQuantity, writerOf } from "../format";
import type { Input } from "../spec";
import { ALLOWED_WORDS } from "./allowed-words";
import type { InputKind } from "./kind";
import { findLevel, foldText } from "./levels";

type Category = Extract<Input, { kind: "category" }>;

/** Levels up to which a message names them all, and how many it names where there are more. */
const MOST_NAMED = 12;
const NAMED = 6;
/** Characters that a text which is not listed may have. */
export const MOST_CHARACTERS = 200;

/** One of the levels of a list, by its text; where the description has `other`, any other text too. */
export const category: InputKind<Category> = {
  accept({ levels, other }, sent) {
    if (typeof sent !== "string" && typeof sent !== "number") return undefined;
    const code = findLevel(levels, sent);
    if (code >= 0) return levels[code]!;
    const text = String(sent);
    return other && isText(text) && Number.isFinite(typeof sent === "number" ? sent : 0) ? text : undefined;
  },
  needs(input, sent) {
    if (input.other) return { type: `must be a text of at most ${MOST_CHARACTERS} characters` };
    const { levels } = input;
    if (levels.length <= MOST_NAMED) return { type: `must be one of ${levels.join(", ")}` };
    const named = `must be one of ${levels.slice(0, NAMED).join(", ")} … and ${formatQuantity(levels.length - NAMED)} more`;
    const likely = typeof sent === "string" ? likeliest(levels, sent) : undefined;
    return { type: likely === undefined ? named : `${named}; did you mean ${likely}?` };
  },
  failed: () => "type",
  readText: ({ levels, names }, text, { typed }) => (typed && levelCalled(levels, names, text)) ?? text,
  encode({ levels, other }, value) {
    const code = findLevel(levels, String(value));
    return code < 0 && other ? levels.length : code;
  },
  decode: ({ levels, other }, code) => levels[code] ?? (code === levels.length && other ? other.label : ""),
  levels: ({ levels }) => levels,
  allowed(input) {
    const { levels, other } = input;
    const words = ALLOWED_WORDS[localeOf(input)];
    const named = namesOf(input).slice(0, levels.length <= MOST_NAMED ? levels.length : NAMED);
    const rest = levels.length - named.length;
    if (rest > 0) {
      const all = words.or(named.join(", "), words.oneMore(writerOf(localeOf(input)).quantity(rest)));
      return other ? words.orOther(all) : all;
    }
    const last = other ? words.other : named.at(-1)!;
    const before = other ? named : named.slice(0, -1);
    return before.length === 0 ? last : words.or(before.join(", "), last);
  },
  cell({ levels }) {
    const words = new Words();
    // The bytes of a quote in a cell are two, and text with quotes is rare enough to be read as text.
    levels.forEach((level, code) => level.includes('"') || words.add(level, code));
    return { words, min: 0, max: Infinity, whole: false };
  },
  jsonSchema: ({ levels, other }) =>
    other
      ? { type: "string", minLength: 1, maxLength: MOST_CHARACTERS, examples: levels.slice(0, MOST_NAMED) }
      : { type: "string", enum: levels },
};

/** What tables and descriptions call a level that only says that nothing is known, without case and brackets. */
const NOT_STATED: ReadonlySet<string> = new Set(
  "not stated|unknown|not known|missing|empty|keine angabe|unbekannt|nicht bekannt|fehlt|fehlend|leer".split("|"),
);

/**
 * The level that means the same as no answer: the one that is assumed where none is given, if its text says that nothing
 * is known. A list that has a choice for that already must not have it twice.
 */
export function levelOfNoAnswer({ levels, missing }: Pick<Category, "levels" | "missing">): string | undefined {
  const assumed = typeof missing === "object" ? missing.value : undefined;
  return levels.find((level) => level === assumed && NOT_STATED.has(level.toLowerCase().replace(/[()]/g, "").trim()));
}

/** What the levels are called in the language of the reader. */
export function namesOf({ levels, names }: Pick<Category, "levels" | "names">): string[] {
  return names ? levels.map((level) => names[level] ?? level) : levels;
}

/** The level that is called so in the language of the reader; undefined where the text is a level itself, or no name. */
function levelCalled(levels: string[], names: Category["names"] = {}, text: string): string | undefined {
  return findLevel(levels, text) >= 0 ? undefined : levels.find((level) => foldText(names[level] ?? "") === foldText(text));
}

/** Whether a text may stand for a level that is not listed. */
function isText(text: string): boolean {
  return text.trim() !== "" && text.length <= MOST_CHARACTERS;
}

/** The level that was probably meant; undefined where none is near. */
export function likeliest(levels: string[], sent: string): string | undefined {
  const text = foldText(sent);
  if (text === "" || text.length > 60) return undefined;
  const folded = levels.map(foldText);
  const near = closest(text, folded);
  return distance(text, near) <= Math.max(1, text.length / 3) ? levels[folded.indexOf(near)] : undefined;
}
