import { catalogue, DEFAULT_LOCALE, localeOf, type Locale } from "@/lib/language/locale";
import { isYear, singularOf, writerOf } from "@/lib/model/format";
import type { Inputs, InputValue } from "@/lib/model/inputs/schema";
import type { Effect } from "@/lib/model/explain/effects";
import { bareInWords, valueInWords } from "@/lib/model/inputs/words";
import type { Input } from "@/lib/model/spec";

type Range = NonNullable<Effect["range"]>;

const CHANGE_WORDS = catalogue({
  en: {
    oneMore: (label: string) => {
      const one = oneOf(label);
      return one && `One more ${one}`;
    },
    more: (amount: string, label: string) => `${amount} more ${writerOf("en").inSentence(label)}`,
    instead: (label: string, value: string, before: string) => `${label}: ${value} instead of ${before}`,
    between: (low: string, high: string) => `between ${low} and ${high}`,
  },
  de: {
    oneMore: () => undefined,
    more: (amount, label) => `${label}: ${amount} mehr`,
    instead: (label, value, before) => `${label}: ${value} statt ${before}`,
    between: (low, high) => `zwischen ${low} und ${high}`,
  },
});

/** The English label "Full bathrooms" for one, "full bathroom"; nothing where the label does not read as a plural. */
export function oneOf(label: string): string | undefined {
  return singularOf(writerOf("en").inSentence(label));
}

/** An input's change: "One more garage place", "2,000 sq ft more lot area", "Guest room: yes instead of no". */
export function changeInWords(input: Input, from: InputValue, to: InputValue): string {
  const write = writerOf(localeOf(input));
  const words = CHANGE_WORDS[write.locale];
  if (typeof from === "number" && typeof to === "number" && to > from && !isYear(input)) {
    const one = input.kind === "integer" && to - from === 1 ? words.oneMore(input.label) : undefined;
    if (one) return one;
    if ("unit" in input && input.unit) return words.more(write.quantity(to - from, input.unit), input.label);
  }
  return words.instead(input.label, valueInWords(input, to), bareInWords(input, from));
}

/** Inputs with their values inside a sentence: "lot area 4,300 sq ft, driveway no". */
export function valuesInWords(inputs: Input[], values: { input: string; value: InputValue }[]): string {
  const known = new Map(inputs.map((input) => [input.name, input]));
  return values
    .map(({ input: name, value }) => {
      const input = known.get(name)!;
      // A value stays on one line with its unit and the end of its label.
      const label = writerOf(localeOf(input)).inSentence(input.label);
      return `${label}\u00a0${valueInWords(input, value).replaceAll(" ", "\u00a0")}`;
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
export function effectRangeInWords(
  { low, high }: Range,
  unit: string | undefined,
  step: number,
  locale: Locale = DEFAULT_LOCALE,
): string {
  const write = writerOf(locale);
  return CHANGE_WORDS[locale].between(write.signed(low, unit, step), write.signed(high, unit, step));
}
