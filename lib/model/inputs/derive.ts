import { compileReading } from "../reading";
import type { Spec } from "../spec";
import type { Inputs } from "./value";

/**
 * The derived features of whatever inputs are there, by name; null while one cannot be computed because an
 * input is missing or the formula has no value.
 */
export function derive(spec: Spec, inputs: Partial<Inputs>): Record<string, number | null> {
  const reading = compileReading(spec);
  // A missing input encodes as NaN, which every formula passes on.
  const encoded = reading.encode(inputs as Inputs);
  return Object.fromEntries(
    reading.derived.map(({ name, evaluate }) => {
      const value = evaluate(encoded);
      return [name, Number.isFinite(value) ? value : null];
    }),
  );
}
