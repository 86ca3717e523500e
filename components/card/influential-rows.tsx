import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { showsRows } from "@/lib/model/explain/comparables";
import type { Model } from "@/lib/model/model";
import type { LinearInference } from "@/lib/model/predictor";
import { max } from "d3-array";
import { influenceInWords } from "./fit-sentences";
import { FIT_WORDS } from "./fit-words";

/** By the number of a row in the table: the background has all of these only where it is the whole table. */
function outcomesOf(model: Model, { fit }: LinearInference): number[] | null {
  const outcomes = model.evidence?.background.actual;
  return outcomes?.length === fit.n && showsRows(model) ? outcomes : null;
}

/** The rows that would change the estimates most if they were left out. */
export function InfluentialRows({ model, inference }: { model: Model; inference: LinearInference }) {
  const words = useWords(FIT_WORDS);
  const { locale, quantity, signed, inSentence } = useWriter();
  const { spec } = model;
  const { influential } = inference;
  const largest = max(influential, ({ cooksDistance }) => cooksDistance) ?? 0;
  const { label, unit } = spec.target;
  const outcomes = outcomesOf(model, inference);
  return (
    <>
      <p className="max-w-[38rem]">{influenceInWords(locale, largest, model.evidence)}</p>
      <DataTable
        wide
        caption={words.influentialRows}
        columns={[words.rowColumn, ...(outcomes ? [label] : []), words.cooksD, words.leverage, words.studentised]}
        rows={influential.map(({ row, leverage, cooksDistance, studentisedResidual }) => [
          <span key="row">
            <span className="hidden not-print:max-md:inline">{words.rowColumn} </span>
            {quantity(row)}
          </span>,
          ...(outcomes ? [quantity(outcomes[row - 1]!, unit)] : []),
          quantity(cooksDistance, undefined, 0.001),
          quantity(leverage, undefined, 0.001),
          signed(studentisedResidual, undefined, 0.01),
        ])}
      />
      <p className="mt-5 text-caption text-quiet">{words.influenceNotes(inSentence(label))}</p>
    </>
  );
}
