import { localeOf } from "../../language/locale";
import { writerOf } from "../format";
import type { Input } from "../spec";
import { ALLOWED_WORDS } from "./allowed-words";
import type { InputKind } from "./kind";
import { readWritten } from "./written-number";

type NumberInput = Extract<Input, { kind: "number" | "integer" }>;

/** A number within its bounds, whole where `whole`. */
function makeKind(whole: boolean): InputKind<NumberInput> {
  const isOne = (value: unknown) => (whole ? Number.isSafeInteger(value) : Number.isFinite(value));
  const accept: InputKind<NumberInput>["accept"] = ({ min = -Infinity, max = Infinity }, sent) =>
    isOne(sent) && (sent as number) >= min && (sent as number) <= max ? (sent as number) : undefined;
  return {
    accept,
    needs: (input) => ({
      type: "must be a number",
      ...((input.min ?? input.max) !== undefined && { bounds: `must be ${boundsNeeded(input)}` }),
      ...(whole && { whole: "must be a whole number" }),
    }),
    failed({ min = -Infinity, max = Infinity }, sent) {
      if (typeof sent !== "number" || !Number.isFinite(sent)) return "type";
      return sent < min || sent > max ? "bounds" : "whole";
    },
    readText: (input, text, place) =>
      readWritten(input, text, (value) => accept(input, value) !== undefined, place),
    encode: (_, value) => Number(value),
    decode: (_, code) => code,
    levels: () => null,
    allowed: (input) => bounded(input, ALLOWED_WORDS[localeOf(input)]),
    cell: ({ min = -Infinity, max = Infinity }) => ({ words: null, min, max, whole }),
    jsonSchema: ({ min, max }) => ({
      type: whole ? "integer" : "number",
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    }),
  };
}

/** The bounds in words; undefined where there are none. */
function bounded(
  input: NumberInput,
  { to, least, most }: Pick<(typeof ALLOWED_WORDS)["en"], "to" | "least" | "most">,
  writer = writerOf(localeOf(input)),
): string | undefined {
  const { min, max } = input;
  if (min !== undefined && max !== undefined)
    return to(writer.number(input, min, { bare: true }), writer.number(input, max));
  if (min !== undefined) return least(writer.number(input, min));
  return max === undefined ? undefined : most(writer.number(input, max));
}

/** The same as a condition of the API. */
function boundsNeeded(input: NumberInput): string | undefined {
  const words = { ...ALLOWED_WORDS.en, to: (min: string, max: string) => `between ${min} and ${max}` };
  return bounded(input, words, writerOf("en"));
}

export const number = makeKind(false);
export const integer = makeKind(true);
