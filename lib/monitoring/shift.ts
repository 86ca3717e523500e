import type { Inputs } from "../model/inputs/value";
import { inSentence } from "../model/format";
import type { Spec } from "../model/spec";

/** A change of one number of the simulated world: an input, or the target, which the model then misses. */
export interface Shift {
  name: string;
  /** A share of the value where `relative`, otherwise in its own unit. */
  amount: number;
  relative: boolean;
}

/** A shift that cannot be simulated; the message says what is needed. */
export class ShiftError extends Error {
  override name = "ShiftError";
}

/**
 * Read a shift: "area:+20%", "parking:+1", "price:-5%".
 *
 * @throws ShiftError
 */
export function parseShift(spec: Spec, text: string): Shift {
  const [, name, amount, percent] = /^([a-z][a-z0-9_]*):([+-]\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (!name) throw new ShiftError("drift must be a name and a change, such as area:+20% or bedrooms:+1");
  const input = spec.inputs.find((each) => each.name === name);
  if (!input && name !== spec.target.name) {
    const names = [...spec.inputs, spec.target].map((each) => each.name).join(", ");
    throw new ShiftError(`drift must name one of ${names}`);
  }
  if (input && input.kind !== "number" && input.kind !== "integer") {
    throw new ShiftError(`${inSentence(input)} is not a number and cannot drift by one`);
  }
  const relative = percent === "%";
  return { name, amount: relative ? Number(amount) / 100 : Number(amount), relative };
}

export function shiftValue(value: number, { amount, relative }: Shift): number {
  return relative ? value * (1 + amount) : value + amount;
}

/**
 * Inputs with shifts, inside the bounds of the spec. A whole number is rounded up or down by chance, so that a shift
 * of a fraction holds on average.
 */
export function shiftInputs(spec: Spec, inputs: Inputs, shifts: readonly Shift[], random: () => number): Inputs {
  const shifted = { ...inputs };
  for (const shift of shifts) {
    const input = spec.inputs.find(({ name }) => name === shift.name);
    const value = shifted[shift.name];
    if (typeof value !== "number" || !(input?.kind === "number" || input?.kind === "integer")) continue;
    const { kind, min = -Infinity, max = Infinity } = input;
    const moved = shiftValue(value, shift);
    const whole = kind === "integer" ? Math.floor(moved + random()) : moved;
    shifted[shift.name] = Math.min(Math.max(whole, min), max);
  }
  return shifted;
}
