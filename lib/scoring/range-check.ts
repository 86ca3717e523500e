import { kindOf } from "../model/inputs/kinds";
import type { Model } from "../model/model";

/**
 * Whether any input of a row lies where the training table has none: the question behind a warning, without its words.
 *
 * @returns a function of the encoded raw inputs
 */
export function rangeCheck({ spec, evidence }: Model): (encoded: Float64Array) => boolean {
  if (evidence === null) return () => false;
  const unseen = spec.inputs.map((input): ((value: number) => boolean) => {
    const range = evidence.ranges[input.name]!;
    if ("min" in range) return (value) => value < range.min || value > range.max;
    const seen = (kindOf(input).levels(input) ?? []).map((level) => Boolean(range.counts[String(level)]));
    return (value) => !seen[value];
  });
  return (encoded) => {
    for (let index = 0; index < unseen.length; index++) if (unseen[index]!(encoded[index]!)) return true;
    return false;
  };
}
