import { Words } from "../../csv/words";
import type { Input } from "../spec";
import type { InputKind } from "./kind";

/** One of the levels of a list, by its text. */
export const category: InputKind<Extract<Input, { kind: "category" }>> = {
  accept: ({ levels }, sent) => (typeof sent === "string" && levels.includes(sent) ? sent : undefined),
  needs: ({ levels }) => ({ type: `must be one of ${levels.join(", ")}` }),
  failed: () => "type",
  readText: (_, text) => text,
  encode: ({ levels }, value) => levels.indexOf(String(value)),
  decode: ({ levels }, code) => levels[code] ?? "",
  levels: ({ levels }) => levels,
  allowed: ({ levels }) => `${levels.slice(0, -1).join(", ")} or ${levels.at(-1)}`,
  cell({ levels }) {
    const words = new Words();
    // The bytes of a quote in a cell are two, and text with quotes is rare enough to be read as text.
    levels.forEach((level, code) => level.includes('"') || words.add(level, code));
    return { words, min: 0, max: Infinity, whole: false };
  },
  jsonSchema: ({ levels }) => ({ type: "string", enum: levels }),
};
