import { formatQuantity, inSentence, isYear, singularOf } from "@/lib/model/format";
import type { Inputs, InputValue } from "@/lib/model/inputs/schema";
import type { Effect } from "@/lib/model/explain/effects";
import type { Input } from "@/lib/model/spec";
import { bareInWords, signedAmount, valueInWords } from "./words";

type Range = NonNullable<Effect["range"]>;

/** "Full bathrooms" as one of them, "full bathroom"; nothing where the label does not read as a plural. */
export function oneOf(label: string): string | undefined {
  return singularOf(inSentence(label));
}

/** An input's change: "One more garage place", "2,000 sq ft more lot area", "Guest room: yes instead of no". */
export function changeInWords(input: Input, from: InputValue, to: InputValue): string {
  if (typeof from === "number" && typeof to === "number" && to > from && !isYear(input)) {
    const one = input.kind === "integer" && to - from === 1 ? oneOf(input.label) : undefined;
    if (one) return `One more ${one}`;
    if ("unit" in input && input.unit) {
      return `${formatQuantity(to - from, input.unit)} more ${inSentence(input.label)}`;
    }
  }
  const value = bareInWords(input, from);
  return `${input.label}: ${valueInWords(input, to)} instead of ${value}`;
}

/** Inputs with their values inside a sentence: "lot area 4,300 sq ft, driveway no". */
export function valuesInWords(inputs: Input[], values: { input: string; value: InputValue }[]): string {
  const known = new Map(inputs.map((input) => [input.name, input]));
  return values
    .map(({ input: name, value }) => {
      const input = known.get(name)!;
      // A value stays on one line with its unit and the end of its label.
      return `${inSentence(input.label)}\u00a0${valueInWords(input, value).replaceAll(" ", "\u00a0")}`;
    })
    .join(", ");
}

/** All inputs with their values inside a sentence. */
export function inputsInWords(inputs: Input[], values: Inputs): string {
  return valuesInWords(
    inputs,
    inputs.map(({ name }) => ({ input: name, value: values[name]! })),
  );
}

/** "between +$3,500 and +$7,100". */
export function effectRangeInWords({ low, high }: Range, unit: string | undefined, step: number): string {
  return `between ${signedAmount(low, unit, step)} and ${signedAmount(high, unit, step)}`;
}
