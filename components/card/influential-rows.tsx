import { signedAmount } from "@/components/words";
import { DataTable } from "@/components/chart/data-table";
import { showsRows } from "@/lib/model/explain/comparables";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { LinearInference } from "@/lib/model/predictor";
import { max } from "d3-array";
import { influenceInWords } from "./sentences";

/** By the number of a row in the table, which the background has only where it holds all of the table. */
function outcomesOf(model: Model, { fit }: LinearInference): number[] | null {
  const outcomes = model.evidence?.background.actual;
  return outcomes?.length === fit.n && showsRows(model) ? outcomes : null;
}

/** The rows that would move the estimates most if they were left out. */
export function InfluentialRows({ model, inference }: { model: Model; inference: LinearInference }) {
  const { spec } = model;
  const { influential } = inference;
  const largest = max(influential, ({ cooksDistance }) => cooksDistance) ?? 0;
  const { label, unit } = spec.target;
  const outcomes = outcomesOf(model, inference);
  return (
    <>
      <p className="max-w-[38rem]">{influenceInWords(largest, model.evidence)}</p>
      <DataTable
        wide
        caption="The rows that the fit leans on most"
        columns={["Row", ...(outcomes ? [label] : []), "Cook’s D", "Leverage", "Studentised"]}
        rows={influential.map(({ row, leverage, cooksDistance, studentisedResidual }) => [
          <span key="row">
            <span className="hidden not-print:max-md:inline">Row </span>
            {formatQuantity(row)}
          </span>,
          ...(outcomes ? [formatQuantity(outcomes[row - 1]!, unit)] : []),
          formatQuantity(cooksDistance, undefined, 0.001),
          formatQuantity(leverage, undefined, 0.001),
          signedAmount(studentisedResidual, undefined, 0.01),
        ])}
      />
      <p className="mt-5 text-caption text-quiet">
        Rows are counted from 1. Leverage is how unlike the others a row is, at most 1. Studentised is the true{" "}
        {inSentence(label)} less its estimate by the model fitted without the row, in standard errors.
      </p>
    </>
  );
}
