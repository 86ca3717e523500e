import { NotShown } from "@/components/not-shown";
import { asSentence, countInWords } from "@/components/words";
import { inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { INTERCEPT } from "@/lib/model/predictor";
import { fittedInWords } from "@/lib/model/scale";
import { termInWords } from "@/lib/model/term-words";
import { ModelColumns } from "./model-columns";

function shapeInWords({ spec, predictor }: Model): string {
  if (!predictor.coefficients) return "It is not made of terms with a coefficient each.";
  const terms = countInWords(predictor.coefficients.filter(({ term }) => term !== INTERCEPT).length);
  const target = inSentence(spec.target.label);
  switch (spec.target.transform) {
    case "identity":
      return `A sum: each of ${terms} terms adds to the ${target}.`;
    case "log":
      return `A product: each of ${terms} terms multiplies the ${target}.`;
    case "log1p":
      return `A product: each of ${terms} terms multiplies 1 plus the ${target}.`;
    case "sqrt":
      return `The square of a sum: each of ${terms} terms adds to ${fittedInWords(spec.target)}.`;
  }
}

/** "Only House price, detailed asks for driveway and gas hot water." */
function askingInWords(models: Model[]): string {
  const sentences = models.flatMap(({ spec }) => {
    const own = spec.inputs.filter(({ name }) =>
      models.every((other) => other.spec === spec || !other.spec.inputs.some((input) => input.name === name)),
    );
    const list = new Intl.ListFormat("en-GB").format(own.map(({ label }) => inSentence(label)));
    return own.length > 0 ? [`Only ${spec.title} asks for ${list}.`] : [];
  });
  return sentences.length > 0 ? sentences.join(" ") : "All ask for the same.";
}

/** What each model reckons with; what only one of them has stands out. */
export function Terms({ models, shown }: { models: Model[]; shown: boolean }) {
  if (!shown) {
    return (
      <>
        <p className="mb-4 max-w-[38rem]">{askingInWords(models)}</p>
        <NotShown />
      </>
    );
  }
  const terms = models.map(({ spec, predictor }) =>
    (predictor.coefficients ?? []).flatMap(({ term }) => (term === INTERCEPT ? [] : termInWords(spec, term))),
  );
  const own = (term: string, index: number) =>
    terms.every((others, other) => other === index || !others.includes(term));
  return (
    <>
      <p className="max-w-[38rem]">{askingInWords(models)} Below, a term that no other model has stands out.</p>
      <ModelColumns models={models} narrow>
        {(model, index) => (
          <>
            <p className="text-quiet">{shapeInWords(model)}</p>
            <ul className="mt-4 space-y-1">
              {terms[index]!.map((term) => (
                <li key={term} className={own(term, index) ? "font-medium" : "text-quiet"}>
                  {asSentence(term).slice(0, -1)}
                </li>
              ))}
            </ul>
          </>
        )}
      </ModelColumns>
    </>
  );
}
