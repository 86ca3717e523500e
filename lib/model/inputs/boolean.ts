import { Words } from "../../csv/words";
import { localeOf } from "../../language/locale";
import type { Input } from "../spec";
import { ALLOWED_WORDS } from "./allowed-words";
import type { InputKind } from "./kind";
import { Unreadable } from "./unreadable";

type BooleanInput = Extract<Input, { kind: "boolean" }>;

/** 1.0 and 0.0 is what a column becomes that was numbers with a gap. */
const TRUE: readonly string[] = ["yes", "y", "true", "1", "1.0", "1,0", "on", "ja", "j"];
const FALSE: readonly string[] = ["no", "n", "false", "0", "0.0", "0,0", "off", "nein"];

/** A text as yes or no: what the description has for them comes first. */
function readWord({ yes = [], no = [] }: BooleanInput, text: string): boolean | undefined {
  const lower = text.toLowerCase();
  const isAmong = (words: readonly string[]) => words.some((word) => word.toLowerCase() === lower);
  if (isAmong(yes)) return true;
  if (isAmong(no)) return false;
  return TRUE.includes(lower) ? true : FALSE.includes(lower) ? false : undefined;
}

/** Whether a text is one of those that stand for yes and no. */
export function isYesOrNo(input: BooleanInput, text: string): boolean {
  return readWord(input, text) !== undefined;
}

/** A yes or no: true and false, or 1 and 0. */
export const boolean: InputKind<BooleanInput> = {
  accept: (_, sent) => (sent === true || sent === 1 ? true : sent === false || sent === 0 ? false : undefined),
  // What is sent as JSON; words for yes and no are read from text alone.
  needs: () => ({ type: "must be true or false" }),
  failed: () => "type",
  readText: (input, text) => readWord(input, text) ?? new Unreadable(text, "must be yes or no"),
  encode: (_, value) => Number(value),
  decode: (_, code) => code === 1,
  levels: () => [false, true],
  allowed: (input) => ALLOWED_WORDS[localeOf(input)].yesOrNo,
  cell(input) {
    const words = new Words();
    const added = [...(input.yes ?? []), ...(input.no ?? [])];
    for (const word of new Set([...TRUE, ...FALSE, ...added].flatMap(formsOf))) {
      // The bytes of a quote in a cell are two.
      if (!word.includes('"')) words.add(word, Number(readWord(input, word)));
    }
    return { words, min: 0, max: Infinity, whole: false };
  },
  jsonSchema: () => ({ anyOf: [{ type: "boolean" }, { type: "number", enum: [0, 1] }] }),
};

/** A word as people write it: as it is, and in small, large and leading capitals. */
function formsOf(word: string): string[] {
  const lower = word.toLowerCase();
  return [word, lower, word.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
}
