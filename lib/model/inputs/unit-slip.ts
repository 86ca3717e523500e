import { foldUnit } from "../../csv/cell-evidence";
import { readByMarks, takeApart } from "../../csv/number-text";
import { catalogue, localeOf } from "../../language/locale";
import { writerOf } from "../format";
import type { Input } from "../spec";
import { spelledUnit, unitKey } from "./unit-words";
import { TYPED } from "./written-number";

const WORDS = catalogue({
  en: {
    question: (typed: string, meant: string) => `did you mean ${typed}, which is ${meant}?`,
    converted: (typed: string, meant: string) => `${typed} is ${meant}`,
    thousand: (unit: string) => `thousand ${unit}`,
    thousandths: (unit: string) => `thousandths of ${unit}`,
    /** The unit that may be meant, as it stands behind a number. */
    unit: (unit: string) => unit,
  },
  de: {
    question: (typed, meant) => `meinten Sie ${typed}, also ${meant}?`,
    converted: (typed, meant) => `${typed} entspricht ${meant}`,
    thousand: (unit) => `Tausend ${unit}`,
    thousandths: (unit) => `Tausendstel ${unit}`,
    // English names of units are no German words; symbols are.
    unit: (unit) => (/^(sq ft|acres|mi|lb|in|ft)$/.test(unit) ? spelledUnit(unit, "de") : unit),
  },
});

/** Pairs of units that are mistaken for each other, and how many of the second make one of the first. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ["m²", "sq ft", 10.763910416709722],
  ["ha", "acres", 2.471053814671653],
  ["mi", "km", 1.609344],
  ["mph", "km/h", 1.609344],
  ["kg", "lb", 2.2046226218487757],
  ["in", "cm", 2.54],
  ["m", "ft", 3.280839895013123],
];

/** A range of an input. */
export interface UsualRange {
  min: number;
  max: number;
  /** Whether the range is that of rows. Bounds are so wide that a thousandfold value can lie within them by chance. */
  seen?: boolean;
}

/** A value that is outside the range by this share of the nearer end may be in another unit. */
const FAR = 0.1;

/**
 * Asks whether a value far outside the usual range is in another unit, where the converted value is inside the range.
 *
 * @param usual the range that contains nearly all rows, or the bounds
 * @returns a question to add to the sentence that says what is wrong: "did you mean 557 m², which is 5,995 sq ft?"
 */
export function askForUnit(input: Input, value: unknown, usual: UsualRange): string | undefined {
  if ((input.kind !== "number" && input.kind !== "integer") || input.unit === undefined) return undefined;
  if (typeof value !== "number" || !(value > 0) || !Number.isFinite(value)) return undefined;
  const { min, max, seen = false } = usual;
  if (value >= min * (1 - FAR) && value <= max * (1 + FAR)) return undefined;
  const { unit } = input;
  const words = WORDS[localeOf(input)];
  const { quantity } = writerOf(localeOf(input));
  const thousands = [
    { name: words.thousand(unit), factor: 1000 },
    { name: words.thousandths(unit), factor: 0.001 },
  ];
  for (const { name, factor } of [...othersOf(unit), ...(seen ? thousands : [])]) {
    const meant = value * factor;
    if (meant < min || meant > max) continue;
    return words.question(quantity(value, words.unit(name)), quantity(rounded(input, meant), unit));
  }
  return undefined;
}

/**
 * A number that was typed with another unit than its input's, in the input's unit: "450 m² is 4,844 sq ft".
 *
 * @returns undefined where the text is no number with a unit that can be converted
 */
export function convertTyped(input: Input, text: string): string | undefined {
  if ((input.kind !== "number" && input.kind !== "integer") || input.unit === undefined) return undefined;
  const locale = localeOf(input);
  const written = takeApart(text);
  if (!written || written.before !== "" || written.after === "") return undefined;
  const value = readByMarks(written, TYPED[locale]) ?? readByMarks(written);
  if (typeof value !== "number") return undefined;
  const typed = foldUnit(unitKey(written.after));
  const other = othersOf(input.unit).find(({ name }) => foldUnit(name) === typed);
  if (!other) return undefined;
  const { quantity } = writerOf(locale);
  const words = WORDS[locale];
  return words.converted(quantity(value, words.unit(other.name)), quantity(rounded(input, value * other.factor), input.unit));
}

/** Whole for an integer, and four digits otherwise: nobody types more with the wrong unit. */
const rounded = ({ kind }: Input, value: number) => (kind === "integer" ? Math.round(value) : Number(value.toPrecision(4)));

/** Units that a unit is mistaken for, and the factor that converts a value in each of them to the unit. */
function othersOf(unit: string): { name: string; factor: number }[] {
  const known = foldUnit(unitKey(unit));
  return PAIRS.flatMap(([one, other, factor]) => {
    if (foldUnit(one) === known) return [{ name: other, factor: 1 / factor }];
    return foldUnit(other) === known ? [{ name: one, factor }] : [];
  });
}
