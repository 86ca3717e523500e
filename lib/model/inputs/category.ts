import { Words } from "../../csv/words";
import { formatQuantity, listInWords } from "../format";
import type { Input } from "../spec";
import type { InputKind } from "./kind";

/** So many levels are listed in a message; of more, only a few. */
const MOST_LISTED = 12;
const FEW = 3;

/** "70 levels, such as 98001, 98002 and 98003". */
const someInWords = (levels: string[]) =>
  `${formatQuantity(levels.length)} levels, such as ${listInWords(levels.slice(0, FEW))}`;

/** One of the levels of a list, by its text. */
export const category: InputKind<Extract<Input, { kind: "category" }>> = {
  accept: ({ levels }, sent) => (typeof sent === "string" && levels.includes(sent) ? sent : undefined),
  needs: ({ levels }) => ({ type: `must be one of ${levels.length > MOST_LISTED ? someInWords(levels) : levels.join(", ")}` }),
  failed: () => "type",
  readText: (_, text) => text,
  encode: ({ levels }, value) => levels.indexOf(String(value)),
  decode: ({ levels }, code) => levels[code] ?? "",
  levels: ({ levels }) => levels,
  allowed: ({ levels }) =>
    levels.length > MOST_LISTED
      ? `one of ${someInWords(levels)}`
      : `${levels.slice(0, -1).join(", ")} or ${levels.at(-1)}`,
  cell({ levels }) {
    const words = new Words();
    // The bytes of a quote in a cell are two, and text with quotes is rare enough to be read as text.
    levels.forEach((level, code) => level.includes('"') || words.add(level, code));
    return { words, min: 0, max: Infinity, whole: false };
  },
  jsonSchema: ({ levels }) => ({ type: "string", enum: levels }),
};
