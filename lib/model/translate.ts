import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import { isYear } from "./format";
import type { Model } from "./model";
import { compileReading } from "./reading";
import type { Input, Spec } from "./spec";

/** Entries that are not undefined, so that spreading them overwrites nothing by nothing. */
function given<Texts extends object>(texts: Texts | undefined): Partial<Texts> {
  return Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text !== undefined)) as Partial<Texts>;
}

const specs = new WeakMap<Spec, Map<Locale, Spec>>();
const models = new WeakMap<Model, Map<Locale, Model>>();
const originals = new WeakMap<Model, Model>();

function keep<Of extends object>(kept: WeakMap<Of, Map<Locale, Of>>, of: Of, locale: Locale, make: () => Of): Of {
  const known = kept.get(of) ?? new Map<Locale, Of>();
  kept.set(of, known);
  const made = known.get(locale) ?? make();
  known.set(locale, made);
  return made;
}

/**
 * A description for readers of a language: with its texts in that language where it has them, and marked so that
 * sentences about it are written in it. Names, levels, formulas and bounds stay: they are what addresses and programs hold.
 *
 * @returns the same object for the same description and language
 */
export function specIn(spec: Spec, locale: Locale): Spec {
  return keep(specs, spec, locale, () => translate(spec, locale));
}

function translate(spec: Spec, locale: Locale): Spec {
  const texts = spec.language === locale ? undefined : spec.translations?.[locale];
  const { target, inputs, derived, card, ...top } = texts ?? {};
  // A phrase is a part of a sentence, which cannot be in two languages.
  const phrase = (spec.language ?? DEFAULT_LOCALE) === locale ? spec.target.phrase : undefined;
  const { translations: _, ...rest } = spec;
  const isForeign = locale === DEFAULT_LOCALE && (spec.language ?? DEFAULT_LOCALE) !== locale;
  const written = (text: string | undefined) => (isForeign && text === undefined ? { asWritten: true } : {});
  // Without a mark it is English; pages of many inputs need not send the browser so many.
  const mark = locale === DEFAULT_LOCALE ? {} : { locale };
  return {
    ...rest,
    ...given(top),
    locale,
    target: { ...spec.target, phrase, ...given(target), ...written(target?.label) },
    inputs: spec.inputs.map((input): Input => {
      const { levels, ...own } = inputs?.[input.name] ?? {};
      const units = unitsOf(spec, input);
      return {
        ...input,
        // Its label alone may say that it is a year, in the language of the description.
        ...(isYear(input) && { format: "year" as const }),
        ...given(own),
        ...written(own.label),
        ...mark,
        ...(levels && { names: levels }),
        ...(units.length > 1 && { units }),
      };
    }),
    derived: spec.derived.map((feature) => ({
      ...feature,
      ...given(derived?.[feature.name]),
      ...written(derived?.[feature.name]?.label),
      ...mark,
    })),
    card: { ...spec.card, ...given(card) },
  };
}

/** The unit of an input in every language that the description has: a number in an address is read by all of them. */
function unitsOf({ translations = {} }: Spec, input: Input): string[] {
  const translated = Object.values(translations).map(({ inputs }) => inputs?.[input.name]?.unit);
  return [...new Set(["unit" in input ? input.unit : undefined, ...translated])].filter((unit) => unit !== undefined);
}

/** A model for readers of a language; see `specIn`. What it answers is the same. */
export function modelIn(model: Model, locale: Locale): Model {
  return keep(models, model, locale, () => {
    const spec = specIn(model.spec, locale);
    const made = { ...model, spec, reading: compileReading(spec) };
    originals.set(made, model);
    return made;
  });
}

/** The model that `modelIn` made this one of, or the model itself: the key of what is the same in every language. */
export function originalOf(model: Model): Model {
  return originals.get(model) ?? model;
}
