import { inSentence } from "../format";
import type { Input } from "../spec";
import { boolean } from "./boolean";
import { category } from "./category";
import { date } from "./date";
import type { InputKind } from "./kind";
import { integer, number } from "./number";
import { askForUnit } from "./unit-slip";
import { Unreadable } from "./unreadable";
import type { GivenValue, InputValue } from "./value";

/** The kinds of input there are. */
const kinds: { [Kind in Input["kind"]]: InputKind<Extract<Input, { kind: Kind }>> } = {
  number: number as InputKind<Extract<Input, { kind: "number" }>>,
  integer: integer as InputKind<Extract<Input, { kind: "integer" }>>,
  boolean,
  category,
  date,
};

/** The kind of an input. */
export function kindOf(input: Input): InputKind {
  return kinds[input.kind] as InputKind;
}

/** Whether an input may be left blank: a value is then assumed. */
export function mayBeMissing({ missing }: Pick<Input, "missing">): boolean {
  return typeof missing === "object";
}

/** The value that is assumed where an input is missing; undefined where it may not be. */
export function assumedValue({ missing }: Input): GivenValue | undefined {
  return typeof missing === "object" ? missing.value : undefined;
}

/** The number that `assumedValue` is for the model; undefined where the input may not be missing. */
export function fillOf(input: Input): number | undefined {
  const value = assumedValue(input);
  return value === undefined ? undefined : kindOf(input).encode(input, value);
}

/** The value of what JSON holds, null for an input that may be missing and is; undefined where it is not allowed. */
export function acceptValue(input: Input, sent: unknown): InputValue | undefined {
  if ((sent === null || sent === undefined) && mayBeMissing(input)) return null;
  return kindOf(input).accept(input, sent);
}

/** Whether an input is read as a number. */
export function isNumeric({ kind }: Pick<Input, "kind">): boolean {
  return kind === "number" || kind === "integer";
}

/** What an input needs whose value is not allowed, or is missing, as a message: "bedrooms must be between 1 and 10". */
export function faultOf(input: Input, sent: unknown): string {
  const kind = kindOf(input);
  const need =
    sent === undefined
      ? "is required"
      : sent instanceof Unreadable
        ? sent.need
        : (kind.doubt?.(input, sent) ?? kind.needs(input, sent)[kind.failed(input, sent)]);
  const asked = boundsSlip(input, sent);
  return `${inSentence(input)} ${need}${asked ? `; ${asked}` : ""}`;
}

/** The question whether a value outside of the bounds is in another unit; nothing where no unit would bring it inside. */
export function boundsSlip(input: Input, sent: unknown): string | undefined {
  if (!("unit" in input) || input.min === undefined || input.max === undefined) return undefined;
  return askForUnit(input, sent, { min: input.min, max: input.max });
}

/** The number that a model computes with; NaN for an input that is missing. */
export function encodeValue(input: Input, value: InputValue | undefined): number {
  return value === null || value === undefined ? NaN : kindOf(input).encode(input, value);
}

/** The value that a number of a model stands for; null for NaN. */
export function decodeValue(input: Input, code: number): InputValue {
  return Number.isNaN(code) ? null : kindOf(input).decode(input, code);
}
