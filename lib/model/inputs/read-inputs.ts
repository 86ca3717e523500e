import type { Inputs, InputValue } from "./value";
import { faultsOf, type Fault, type InputSchema } from "./schema";
import type { Reading } from "../reading";
import type { Input, Spec } from "../spec";

/** What a model needs for reading inputs. */
interface Reader {
  spec: Spec;
  schema: InputSchema;
  reading: Reading;
}

/**
 * The raw inputs in a value from outside, or what each field at fault needs.
 *
 * What is as it should be is told by one plain loop, in a fraction of the time that the schema takes to describe what
 * is not; everything else is left to the schema, which alone decides what is wrong.
 *
 * @param sent what `JSON.parse` or `readText` gave
 */
export function readInputs(model: Reader, sent: unknown): { inputs: Inputs } | { faults: Fault[] } {
  const plain = readPlainInputs(model, sent);
  if (plain) return { inputs: plain };
  const parsed = model.schema.safeParse(sent);
  return parsed.success ? { inputs: parsed.data } : { faults: faultsOf(parsed.error) };
}

/** The inputs where each is there and allowed, nothing else is, and every formula has a value; undefined on any doubt. */
function readPlainInputs({ spec, reading }: Reader, sent: unknown): Inputs | undefined {
  if (typeof sent !== "object" || sent === null) return undefined;
  const values = sent as Record<string, unknown>;
  let members = 0;
  for (const _ in values) members++;
  if (members !== spec.inputs.length) return undefined;

  const inputs: Inputs = {};
  for (const input of spec.inputs) {
    if (!Object.hasOwn(values, input.name)) return undefined;
    const value = toAllowed(input, values[input.name]);
    if (value === undefined) return undefined;
    inputs[input.name] = value;
  }
  return reading.isDefined(reading.encode(inputs)) ? inputs : undefined;
}

function toAllowed(input: Input, value: unknown): InputValue | undefined {
  switch (input.kind) {
    case "boolean":
      return value === true || value === 1 ? true : value === false || value === 0 ? false : undefined;
    case "category":
      return typeof value === "string" && input.levels.includes(value) ? value : undefined;
    default: {
      const isNumber = input.kind === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value);
      const { min = -Infinity, max = Infinity } = input;
      return isNumber && (value as number) >= min && (value as number) <= max ? (value as number) : undefined;
    }
  }
}
