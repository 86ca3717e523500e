import { termAsHead } from "@/components/card/figures";
import { NotShown } from "@/components/not-shown";
import { useLocale } from "#locale";
import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { INTERCEPT } from "@/lib/model/predictor";
import { ModelColumns } from "./model-columns";
import { COMPARE_WORDS } from "./words";

function shapeInWords(locale: Locale, { spec, predictor }: Model): string {
  const words = COMPARE_WORDS[locale];
  const { quantity, inSentence } = writerOf(locale);
  if (!predictor.coefficients) return words.noTerms;
  const terms = predictor.coefficients.filter(({ term }) => term !== INTERCEPT);
  return words[spec.target.transform](quantity(terms.length), inSentence(spec.target));
}

/** "Only “Detailed house price” uses driveway and gas hot water." */
function usesInWords(locale: Locale, models: Model[]): string {
  const words = COMPARE_WORDS[locale];
  const { list, inSentence } = writerOf(locale);
  const sentences = models.flatMap(({ spec }) => {
    const own = spec.inputs.filter(({ name }) =>
      models.every((other) => other.spec === spec || !other.spec.inputs.some((input) => input.name === name)),
    );
    return own.length > 0 ? [words.onlyUses(spec.title, list(own.map(({ label }) => inSentence(label))))] : [];
  });
  return sentences.length > 0 ? sentences.join(" ") : words.sameInputs;
}

/** The terms of each model; those that only one of them has are highlighted. */
export function Terms({ models, shown }: { models: Model[]; shown: boolean }) {
  const locale = useLocale();
  const uses = usesInWords(locale, models);
  if (!shown) {
    return (
      <>
        <p className="mb-4 max-w-[38rem]">{uses}</p>
        <NotShown />
      </>
    );
  }
  const terms = models.map(({ spec, predictor }) =>
    (predictor.coefficients ?? []).flatMap(({ term }) => (term === INTERCEPT ? [] : termAsHead(spec, term))),
  );
  const own = (term: string, index: number) =>
    terms.every((others, other) => other === index || !others.includes(term));
  return (
    <>
      <p className="max-w-[38rem]">
        {uses} {terms.some((all, index) => all.some((term) => own(term, index))) && COMPARE_WORDS[locale].ownTerms}
      </p>
      <ModelColumns models={models} narrow>
        {(model, index) => (
          <>
            <p className="text-quiet">{shapeInWords(locale, model)}</p>
            <ul className="mt-4 space-y-1">
              {terms[index]!.map((term) => (
                <li key={term} className={own(term, index) ? "font-medium" : "text-quiet"}>
                  {term}
                </li>
              ))}
            </ul>
          </>
        )}
      </ModelColumns>
    </>
  );
}
