import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { probabilityInWords } from "@/lib/judging/probability-words";
import { roundingStep, type Writer } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { LinearInference } from "@/lib/model/predictor";
import { rowNames } from "@/lib/model/row-names";
import { fittedInWords } from "@/lib/model/scale";
import { sigmaInWords, smearingInWords } from "./fit-sentences";
import { FIT_WORDS } from "./fit-words";

interface FitFigure {
  name: string;
  value: string;
  /** What the figure is, for a reader who does not know it. */
  about: string;
}

function fitFigures(
  { locale, quantity, inSentence }: Writer,
  { spec, evidence, uncertainty }: Model,
  { fit }: LinearInference,
): FitFigure[] {
  const words = FIT_WORDS[locale];
  const { unit, label, transform } = spec.target;
  const fitted = fittedInWords(spec.target, locale);
  const share = (value: number) => quantity(value, undefined, 0.001);
  const tenths = (value: number) => quantity(value, undefined, 0.1);
  const sigma = fitted ? share(fit.sigma) : quantity(fit.sigma, unit, roundingStep(0, fit.sigma));
  const figures: FitFigure[] = [];
  if (evidence) {
    figures.push({
      name: words.predictiveR2,
      value: share(evidence.accuracy.predictiveR2),
      about: words.predicted(inSentence(label), rowNames(evidence, locale).unseen),
    });
  }
  figures.push(
    { name: "R²", value: share(fit.r2), about: words.explained(fitted) },
    { name: words.adjustedR2, value: share(fit.adjustedR2), about: words.adjusted },
    { name: words.sigma, value: sigma, about: sigmaInWords(spec, fit) },
    {
      name: words.f(quantity(fit.p - 1), quantity(fit.df)),
      value: tenths(fit.f),
      about: words.anything(probabilityInWords(fit.fP, locale)),
    },
    { name: words.aicName, value: quantity(fit.aic, undefined, 1), about: words.aic },
    { name: words.bicName, value: quantity(fit.bic, undefined, 1), about: words.bic },
    { name: words.conditionNumber, value: tenths(fit.condition), about: words.condition },
  );
  if (fit.breuschPagan) {
    figures.push({
      name: words.breuschPagan(quantity(fit.breuschPagan.df)),
      value: tenths(fit.breuschPagan.statistic),
      about: words.equalErrors(probabilityInWords(fit.breuschPagan.p, locale)),
    });
  }
  if (evidence && evidence.smearing !== null) {
    const { smearing } = evidence;
    figures.push({
      ...(transform === "sqrt"
        ? { name: words.rootVariance, value: quantity(smearing, unit, roundingStep(0, smearing)) }
        : { name: words.smearing, value: share(smearing) }),
      about: smearingInWords(locale, transform, uncertainty?.kind),
    });
  }
  return figures;
}

/** Where weights come from, and for which weight ranges are, since an estimate has none of its own. */
function weightsInWords(
  { locale, quantity, count }: Writer,
  { spec, uncertainty }: Model,
  { typical, zero }: { typical: number; zero: number },
): string {
  const words = FIT_WORDS[locale];
  const without = zero > 0 ? words.zeroWeights(zero, count(zero, words.row, words.rows)) : "";
  const ranges = uncertainty?.kind === "conformal" ? words.rangesOfRows : words.rangesOfWeight(quantity(typical));
  return words.weights(spec.training?.weights) + without + ranges;
}

/** The statistics of the fit. */
export function FitFigures({ model, inference }: { model: Model; inference: LinearInference }) {
  const words = useWords(FIT_WORDS);
  const write = useWriter();
  const { fit, weights } = inference;
  const fitted = fittedInWords(model.spec.target, write.locale);
  const method = weights ? words.weighted : words.ordinary;
  return (
    <>
      <p className="max-w-[38rem]">
        {method(write.quantity(fit.n), write.quantity(fit.p), fitted)}
        {weights && weightsInWords(write, model, weights)}
      </p>
      <DataTable
        caption={words.figures}
        columns={[words.figure, words.value]}
        rows={fitFigures(write, model, inference).map(({ name, value, about }) => [
          <span key="name">
            {name}
            <span className="block text-caption text-quiet">{about}</span>
          </span>,
          value,
        ])}
      />
    </>
  );
}
