import { formatNumber } from "../format";
import type { Input } from "../spec";
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
      ...((input.min ?? input.max) !== undefined && { bounds: `must be ${boundsInWords(input)}` }),
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
    allowed(input) {
      const { min, max } = input;
      if (min !== undefined && max !== undefined)
        return `${formatNumber(input, min, { bare: true })} to ${formatNumber(input, max)}`;
      if (min !== undefined) return `at least ${formatNumber(input, min)}`;
      return max === undefined ? undefined : `at most ${formatNumber(input, max)}`;
    },
    cell: ({ min = -Infinity, max = Infinity }) => ({ words: null, min, max, whole }),
    jsonSchema: ({ min, max }) => ({
      type: whole ? "integer" : "number",
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    }),
  };
}

function boundsInWords(input: NumberInput): string {
  const { min, max } = input;
  if (min !== undefined && max !== undefined)
    return `between ${formatNumber(input, min, { bare: true })} and ${formatNumber(input, max)}`;
  return min !== undefined ? `at least ${formatNumber(input, min)}` : `at most ${formatNumber(input, max ?? Infinity)}`;
}

export const number = makeKind(false);
export const integer = makeKind(true);
