import { rowNames } from "@/lib/model/row-names";
import { DataTable } from "@/components/chart/data-table";
import { formatQuantity, inSentence, roundingStep } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { LinearInference } from "@/lib/model/predictor";
import { probabilityInWords } from "@/lib/judging/probability-words";
import { fittedInWords } from "@/lib/model/scale";
import { sigmaInWords, smearingInWords } from "./sentences";

interface FitFigure {
  name: string;
  value: string;
  /** What the figure is, for who does not know it. */
  about: string;
}

function fitFigures({ spec, evidence, uncertainty }: Model, { fit }: LinearInference): FitFigure[] {
  const { unit, label, transform } = spec.target;
  const fitted = fittedInWords(spec.target);
  const share = (value: number) => formatQuantity(value, undefined, 0.001);
  const sigma = fitted ? share(fit.sigma) : formatQuantity(fit.sigma, unit, roundingStep(0, fit.sigma));
  const figures: FitFigure[] = [];
  if (evidence) {
    figures.push({
      name: "Predictive R²",
      value: share(evidence.accuracy.predictiveR2),
      about: `the share of the variation of the ${inSentence(label)} that it foresees on ${rowNames(evidence).unseen}`,
    });
  }
  figures.push(
    { name: "R²", value: share(fit.r2), about: `the share that it fits${fitted ? `, of ${fitted}` : ""}` },
    { name: "Adjusted R²", value: share(fit.adjustedR2), about: "the same, less what any further term would fit" },
    {
      name: "Residual standard error, σ",
      value: sigma,
      about: sigmaInWords(spec, fit),
    },
    {
      name: `F on ${fit.p - 1} and ${fit.df}`,
      value: formatQuantity(fit.f, undefined, 0.1),
      about: `whether the terms explain anything at all; ${probabilityInWords(fit.fP)}`,
    },
    {
      name: "AIC",
      value: formatQuantity(fit.aic, undefined, 1),
      about: "for comparing models of the same response on the same rows: less is better",
    },
    { name: "BIC", value: formatQuantity(fit.bic, undefined, 1), about: "the same, harder on terms" },
    {
      name: "Condition number",
      value: formatQuantity(fit.condition, undefined, 0.1),
      about: "of the terms at equal length: how much rounding in the data is magnified",
    },
  );
  if (fit.breuschPagan) {
    figures.push({
      name: `Breusch–Pagan on ${fit.breuschPagan.df}`,
      value: formatQuantity(fit.breuschPagan.statistic, undefined, 0.1),
      about: `whether errors are equally large everywhere; ${probabilityInWords(fit.breuschPagan.p)}`,
    });
  }
  if (evidence && evidence.smearing !== null) {
    figures.push({
      ...(transform === "sqrt"
        ? {
            name: "Variance of the square root",
            value: formatQuantity(evidence.smearing, unit, roundingStep(0, evidence.smearing)),
          }
        : { name: "Smearing factor", value: share(evidence.smearing) }),
      about: smearingInWords(transform, uncertainty?.kind),
    });
  }
  return figures;
}

/** Where weights come from, and for which weight ranges hold, since an estimate has none of its own. */
function weightsInWords({ spec, uncertainty }: Model, { typical, zero }: { typical: number; zero: number }): string {
  const column = spec.training?.weights;
  const from = `Rows count by their weight${column ? ` (${column})` : ""}, and σ is the error of a row of weight 1.`;
  const without = zero > 0 ? ` ${formatQuantity(zero)} of weight 0 are left out.` : "";
  const ranges =
    uncertainty?.kind === "conformal"
      ? "Ranges come from the errors of the rows as they are, whatever their weights."
      : `Ranges are those of a row of the typical weight, ${formatQuantity(typical)}.`;
  return `${from}${without} ${ranges}`;
}

/** What a statistician asks of a fit first. */
export function FitFigures({ model, inference }: { model: Model; inference: LinearInference }) {
  const { fit, weights } = inference;
  const fitted = fittedInWords(model.spec.target);
  return (
    <>
      <p className="max-w-[38rem]">
        {weights ? "Weighted" : "Ordinary"} least squares: {formatQuantity(fit.n)} rows, {formatQuantity(fit.p)}{" "}
        coefficients
        {fitted && `, fitted to ${fitted}`}.{weights && ` ${weightsInWords(model, weights)}`}
      </p>
      <DataTable
        caption="The fit in figures"
        columns={["Figure", "Value"]}
        rows={fitFigures(model, inference).map(({ name, value, about }) => [
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
