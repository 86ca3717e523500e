import { splitPrecision } from "@/lib/model/explain/precision";
import { hasBackground } from "@/lib/model/evidence";
import { rowNames } from "@/lib/model/row-names";
import { useWords } from "@/components/language/use-words";
import { meanInWords } from "@/components/words";
import type { ReactNode } from "react";
import { useLocale } from "#locale";
import { PrecisionNote } from "./precision-note";
import { RangeFigure } from "./range-figure";
import type { ReportProps } from "./report-props";
import { confidenceInWords, deviationInWords, noRowsLikeIt, similarAccuracy } from "./sentences";
import { NOTHING_MEASURED } from "./unknown-sentences";
import { SURE_WORDS } from "./words";

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="text-small">
      <h4 className="pb-2 text-quiet">{title}</h4>
      {children}
    </div>
  );
}

/** The chance to be close to the actual value and the FSD, which are not known outside the data; and what a median is. */
function Chances({ model: { spec }, prediction: { confidence, fsd, mean }, step }: ReportProps) {
  const locale = useLocale();
  const sentences = [
    confidence && confidenceInWords(spec, confidence),
    fsd !== null && deviationInWords(locale, fsd),
    mean !== undefined && meanInWords(spec, mean, step),
  ].filter(Boolean);
  return sentences.length > 0 && <p className="mb-8 max-w-[38rem]">{sentences.join(" ")}</p>;
}

/** The range against the training rows, how accurate similar estimates were, and what would narrow the range; or why none of it is known. */
export function HowSure(about: ReportProps) {
  const { model, inputs, prediction, step } = about;
  const { spec, evidence } = model;
  const { estimate, interval, warnings } = prediction;
  const words = useWords(SURE_WORDS);
  const locale = useLocale();
  const outside = warnings.length > 0;
  if (!evidence) {
    return (
      <>
        <Chances {...about} />
        <p className="max-w-[38rem]">{NOTHING_MEASURED[locale]}</p>
      </>
    );
  }
  const precision = interval && !outside ? splitPrecision(model, inputs) : null;
  return (
    <>
      <Chances {...about} />
      {interval && hasBackground(evidence) && (
        <RangeFigure spec={spec} evidence={evidence} prediction={{ ...prediction, interval }} step={step} />
      )}
      <div className="mt-10 grid gap-x-12 gap-y-8 first:mt-0 sm:grid-cols-2">
        <Note title={words.similar}>
          <p>
            {outside ? noRowsLikeIt(locale, rowNames(evidence, locale)) : similarAccuracy(spec, evidence, estimate)}
          </p>
        </Note>
        {precision && (
          <Note title={words.narrower}>
            <PrecisionNote
              spec={spec}
              inputs={inputs}
              precision={precision}
              lackOfFit={model.predictor.inference?.lackOfFit ?? null}
              rows={evidence.rows}
            />
          </Note>
        )}
      </div>
    </>
  );
}
