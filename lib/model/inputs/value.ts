import type { Input } from "../spec";

/** A raw input's value as the person gave it: number and integer → number, boolean → boolean, category → its level. */
export type InputValue = number | boolean | string;
export type Inputs = Record<string, InputValue>;

/** A raw input as the number that a model computes with: a boolean as 0 or 1, a category as the position of its level. */
export function encodeValue(input: Input, value: InputValue | undefined): number {
  if (input.kind === "category") return input.levels.indexOf(String(value));
  return Number(value);
}

/** A raw input as a person gives it, of its number. */
export function decodeValue(input: Input, code: number): InputValue {
  if (input.kind === "category") return input.levels[code] ?? "";
  return input.kind === "boolean" ? code === 1 : code;
}
