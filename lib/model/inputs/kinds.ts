import { inSentence } from "../format";
import type { Input } from "../spec";
import { boolean } from "./boolean";
import { category } from "./category";
import type { InputKind } from "./kind";
import { integer, number } from "./number";
import { askForUnit } from "./unit-slip";
import { Unreadable } from "./unreadable";
import type { InputValue } from "./value";

/** The kinds of input there are. */
const kinds: { [Kind in Input["kind"]]: InputKind<Extract<Input, { kind: Kind }>> } = {
  number: number as InputKind<Extract<Input, { kind: "number" }>>,
  integer: integer as InputKind<Extract<Input, { kind: "integer" }>>,
  boolean,
  category,
};

/** The kind of an input. */
export function kindOf(input: Input): InputKind {
  return kinds[input.kind] as InputKind;
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
        : kind.needs(input)[kind.failed(input, sent)];
  const asked = boundsSlip(input, sent);
  return `${inSentence(input.label)} ${need}${asked ? `; ${asked}` : ""}`;
}

/** Whether a value beyond both bounds is asked for its unit. */
function boundsSlip(input: Input, sent: unknown): string | undefined {
  if (!("unit" in input) || input.min === undefined || input.max === undefined) return undefined;
  return askForUnit(input, sent, { min: input.min, max: input.max });
}

/** The number that a model computes with; NaN for an input that is missing. */
export function encodeValue(input: Input, value: InputValue | null | undefined): number {
  return value === null || value === undefined ? NaN : kindOf(input).encode(input, value);
}
