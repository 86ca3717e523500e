import { formatQuantity } from "../format";
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
    allowed({ min, max, unit }) {
      if (min !== undefined && max !== undefined) return `${formatQuantity(min)} to ${formatQuantity(max, unit)}`;
      if (min !== undefined) return `at least ${formatQuantity(min, unit)}`;
      return max === undefined ? undefined : `at most ${formatQuantity(max, unit)}`;
    },
    cell: ({ min = -Infinity, max = Infinity }) => ({ words: null, min, max, whole }),
    jsonSchema: ({ min, max }) => ({
      type: whole ? "integer" : "number",
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    }),
  };
}

function boundsInWords({ min, max, unit }: NumberInput): string {
  if (min !== undefined && max !== undefined) return `between ${formatQuantity(min)} and ${formatQuantity(max, unit)}`;
  return min !== undefined
    ? `at least ${formatQuantity(min, unit)}`
    : `at most ${formatQuantity(max ?? Infinity, unit)}`;
}

export const number = makeKind(false);
export const integer = makeKind(true);
