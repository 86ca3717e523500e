import { compileDesign, type Inputs } from "../../linear/design";
import type { Spec } from "../spec";

/**
 * The derived features of whatever inputs are there, by name; null while one cannot be computed because an
 * input is missing or the formula has no value.
 */
export function derive(spec: Spec, inputs: Partial<Inputs>): Record<string, number | null> {
  const design = compileDesign(spec);
  // A missing input encodes as NaN, which every formula passes on.
  const encoded = design.encode(inputs as Inputs);
  return Object.fromEntries(
    design.derived.map(({ name, evaluate }) => {
      const value = evaluate(encoded);
      return [name, Number.isFinite(value) ? value : null];
    }),
  );
}
