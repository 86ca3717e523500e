import { Words } from "../../csv/words";
import type { Input } from "../spec";
import type { InputKind } from "./kind";

const TRUE: ReadonlySet<string> = new Set(["yes", "y", "true", "1", "on"]);
const FALSE: ReadonlySet<string> = new Set(["no", "n", "false", "0", "off"]);

/** A yes or no: true and false, or 1 and 0. */
export const boolean: InputKind<Extract<Input, { kind: "boolean" }>> = {
  accept: (_, sent) => (sent === true || sent === 1 ? true : sent === false || sent === 0 ? false : undefined),
  needs: () => ({ type: "must be yes or no" }),
  failed: () => "type",
  readText(_, text) {
    const lower = text.toLowerCase();
    return TRUE.has(lower) ? true : FALSE.has(lower) ? false : text;
  },
  encode: (_, value) => Number(value),
  decode: (_, code) => code === 1,
  levels: () => [false, true],
  allowed: () => "yes or no",
  cell() {
    const words = new Words();
    for (const word of [...TRUE, ...FALSE]) {
      for (const form of new Set([word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])) {
        words.add(form, Number(TRUE.has(word)));
      }
    }
    return { words, min: 0, max: Infinity, whole: false };
  },
  jsonSchema: () => ({ anyOf: [{ type: "boolean" }, { type: "number", enum: [0, 1] }] }),
};
