import { catalogue, localeOf, type Locale } from "@/lib/language/locale";
import { isYear, singularOf, writerOf } from "@/lib/model/format";
import type { Inputs, InputValue } from "@/lib/model/inputs/schema";
import { bareInWords, valueInWords } from "@/lib/model/inputs/words";
import type { Effect } from "@/lib/model/explain/effects";
import type { Input } from "@/lib/model/spec";
import { lowToHigh } from "./low-to-high";

type Range = NonNullable<Effect["range"]>;

const WORDS = catalogue({
  en: {
    oneMore: (label: string): string | undefined => {
      const one = oneOf(label);
      return one && `One more ${one}`;
    },
    more: (label: string, amount: string) => `${amount} more ${writerOf("en").inSentence(label)}`,
    instead: (label: string, to: string, from: string) => `${label}: ${to} instead of ${from}`,
    value: (label: string, value: string) => `${writerOf("en").inSentence(label)}\u00a0${value}`,
  },
  de: {
    oneMore: (label) => `${label}: +1`,
    more: (label, amount) => `${label}: +${amount}`,
    instead: (label, to, from) => `${label}: ${to} statt ${from}`,
    value: (label, value) => `${label}:\u00a0${value}`,
  },
});

/** "Full bathrooms" as one of them, "full bathroom"; nothing where the label does not read as an English plural. */
export function oneOf(label: string): string | undefined {
  return singularOf(writerOf("en").inSentence(label));
}

/** An input's change: "One more garage place", "2,000 sq ft more lot area", "Guest room: yes instead of no". */
export function changeInWords(input: Input, from: InputValue, to: InputValue): string {
  const locale = localeOf(input);
  const words = WORDS[locale];
  const { label } = input;
  if (typeof from === "number" && typeof to === "number" && to > from && !isYear(input)) {
    const oneMore = input.kind === "integer" && to - from === 1 ? words.oneMore(label) : undefined;
    if (oneMore) return oneMore;
    if ("unit" in input && input.unit) return words.more(label, writerOf(locale).quantity(to - from, input.unit));
  }
  return words.instead(label, valueInWords(input, to), bareInWords(input, from));
}

/** Inputs with their values inside a sentence: "lot area 4,300 sq ft, driveway no". */
export function valuesInWords(inputs: Input[], values: { input: string; value: InputValue }[]): string {
  const known = new Map(inputs.map((input) => [input.name, input]));
  return values
    .map(({ input: name, value }) => {
      const input = known.get(name)!;
      // A value stays on one line with its unit and the end of its label.
      return WORDS[localeOf(input)].value(input.label, valueInWords(input, value).replaceAll(" ", "\u00a0"));
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

/** How many times a step is made ten times finer for an end of a range. */
const FINEST = 4;

/** The step to round an end of a range to: one that is not 0 must not read 0, since 0 means that there may be no effect. */
function stepFor(end: number, step: number): number {
  let finer = step;
  for (let times = 0; times < FINEST && end !== 0 && Math.round(end / finer) === 0; times++) finer /= 10;
  return finer;
}

/** "+$3,500 to +$7,100"; an end near 0 has more digits: "+$30 to +$2,900". */
export function effectRangeInWords(
  locale: Locale,
  { low, high }: Range,
  unit: string | undefined,
  step: number,
): string {
  const write = writerOf(locale);
  return lowToHigh(locale, write.signed(low, unit, stepFor(low, step)), write.signed(high, unit, stepFor(high, step)));
}
