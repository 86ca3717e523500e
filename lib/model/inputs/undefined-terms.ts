import { explainUndefined } from "../../formula/parse";
import { catalogue, localeOf } from "../../language/locale";
import { writerOf } from "../format";
import type { Reading } from "../reading";
import type { Spec } from "../spec";

const WORDS = catalogue({
  en: {
    derived: (label: string) => label,
    term: (term: string) => `the term ${term}`,
    extreme: (name: string) => `${name} is too large or too small`,
    toCompute: (reason: string, what: string) => `${reason}, to compute ${what}`,
  },
  de: {
    derived: (label) => `„${label}“`,
    term: (term) => `der Term ${term}`,
    extreme: (name) => `${name} ist zu groß oder zu klein`,
    toCompute: (reason, what) => `${reason}, damit sich ${what} berechnen lässt`,
  },
});

/** A field at fault: the name as it was sent ("" for the whole) and a sentence that says what is needed. */
export interface Fault {
  name: string;
  detail: string;
}

/** Where a formula of the model has no value for inputs that are each allowed, as in a division by zero. */
export function undefinedTerms(spec: Spec, reading: Reading, encoded: Float64Array): Fault[] {
  const locale = localeOf(spec);
  const words = WORDS[locale];
  const { inSentence } = writerOf(locale);
  const parts = [
    ...reading.derived.map((part, index) => ({
      ...part,
      label: words.derived(inSentence(spec.derived[index]!)),
    })),
    ...reading.terms.map((part) => ({
      ...part,
      label: words.term(part.name),
    })),
  ];
  const faults = new Map<string, string>();
  for (const { formula, evaluate, label } of parts) {
    if (Number.isFinite(evaluate(encoded))) continue;
    const indexOf = (name: string) => spec.inputs.findIndex((input) => input.name === name);
    const cause = explainUndefined(
      formula,
      (name) => encoded[indexOf(name)]!,
      (name) => inSentence(spec.inputs[indexOf(name)]!),
      locale,
    );
    const name = cause?.names[0] ?? formula.names[0]!;
    if (!faults.has(name)) faults.set(name, words.toCompute(cause?.reason ?? words.extreme(name), label));
  }
  return [...faults].map(([name, detail]) => ({ name, detail }));
}
