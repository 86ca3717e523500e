import type { Reading } from "../reading";
import type { Spec } from "../spec";
import { acceptValue, encodeValue } from "./kinds";
import { faultsOf, type Fault, type InputSchema } from "./schema";
import type { Inputs } from "./value";

/** What a model needs for reading inputs. */
interface Reader {
  spec: Spec;
  schema: InputSchema;
  reading: Reading;
}

/** Inputs that a model takes, by name and as the numbers it computes with. */
export interface Read {
  inputs: Inputs;
  encoded: Float64Array;
}

/**
 * The raw inputs in a value from outside, or what each field at fault needs.
 *
 * One plain loop finds out that all is well, in a fraction of the time that the schema takes to describe what is not;
 * everything else is left to the schema, which alone decides what is wrong. Both ask the kinds of the inputs.
 *
 * @param sent what `JSON.parse` or `readText` gave
 */
export function readInputs(model: Reader, sent: unknown): Read | { faults: Fault[] } {
  const plain = readPlainInputs(model, sent);
  if (plain) return plain;
  const parsed = model.schema.safeParse(sent);
  return parsed.success
    ? { inputs: parsed.data, encoded: model.reading.encode(parsed.data) }
    : { faults: faultsOf(parsed.error) };
}

/** The inputs where each is there and allowed, nothing else is, and every formula has a value; undefined on any doubt. */
function readPlainInputs({ spec, reading }: Reader, sent: unknown): Read | undefined {
  if (typeof sent !== "object" || sent === null) return undefined;
  const values = sent as Record<string, unknown>;
  let members = 0;
  for (const _ in values) members++;
  if (members !== spec.inputs.length) return undefined;

  const inputs: Inputs = {};
  const encoded = new Float64Array(spec.inputs.length);
  for (let index = 0; index < encoded.length; index++) {
    const input = spec.inputs[index]!;
    if (!Object.hasOwn(values, input.name)) return undefined;
    const value = acceptValue(input, values[input.name]);
    if (value === undefined) return undefined;
    inputs[input.name] = value;
    encoded[index] = encodeValue(input, value);
  }
  return reading.isDefined(encoded) ? { inputs, encoded } : undefined;
}
