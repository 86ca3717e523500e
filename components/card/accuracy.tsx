import { rowNames } from "@/lib/model/row-names";
import { accuracyInWords, accuracyMeasures, typicalError } from "@/components/accuracy-measures";
import { DataTable } from "@/components/chart/data-table";
import type { Evidence, TestAccuracy } from "@/lib/model/evidence";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import { toleranceOf } from "@/lib/model/answer/confidence";
import { formatQuantity, formatShare, roundingStep } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { rowsLeftOut } from "./sentences";
import { ESTIMATES_WITHOUT_RANGE } from "./unknown-sentences";

/** Accuracy on rows left out: in words, then in figures beside always saying the mean. */
export function Accuracy({ model, evidence }: { model: Model; evidence: Evidence }) {
  const { spec } = model;
  const { accuracy, test } = evidence;
  const { unit } = spec.target;
  const step = roundingStep(0, accuracy.rmse);
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        {accuracyInWords(model)} Always saying the mean would put half of them within{" "}
        {typicalError(model, accuracy.baseline).text}.
      </p>
      <p className="mt-4 max-w-[38rem]">{rowsLeftOut(spec, evidence)}</p>
      {test && <p className="mt-4 max-w-[38rem]">{testInWords(test)}</p>}
      <DataTable
        caption={`Accuracy on ${rowNames(evidence).unseen}${test ? ", and on the test table" : ""}`}
        columns={["Estimates", "This model", "The mean", ...(test ? ["On the test table", "The mean there"] : [])]}
        rows={accuracyMeasures(toleranceOf(model), unit).map(({ name, of, write }) => [
          name,
          <span key="model" className="font-medium">
            {write(of(accuracy), unit, step)}
          </span>,
          <span key="mean" className="text-quiet">
            {write(of(accuracy.baseline), unit, step)}
          </span>,
          ...(test
            ? [of(test), of(test.baseline)].map((value) => (Number.isNaN(value) ? "–" : write(value, unit, step)))
            : []),
        ])}
      />
    </>
  );
}

/** What the test table is, and how its ranges did. */
function testInWords({ measured, refused, coverage }: TestAccuracy): string {
  const rows = `${formatQuantity(measured)} ${measured === 1 ? "row" : "rows"}`;
  const without = refused > 0 ? ` The model refuses ${formatQuantity(refused)} more.` : "";
  const held = coverage.find(({ level }) => level === DEFAULT_LEVEL);
  const ranges = held
    ? ` Their ${formatShare(held.level)} ranges hold the truth in ${formatShare(held.measured)}.`
    : "";
  return `A test table of ${rows}, which the fit has not seen, stands beside them.${without}${ranges}`;
}

/** That nothing is known where no rows came with a model, and what would change that. */
export function UnknownAccuracy({ model }: { model: Model }) {
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        {accuracyInWords(model)} {model.uncertainty === null && ESTIMATES_WITHOUT_RANGE}
      </p>
      <p className="mt-4 max-w-[38rem]">
        {model.spec.training
          ? "Train the model on a table with known outcomes, and its accuracy on rows left out stands here."
          : "Import the model with a table of rows that its fit has not seen (--table), and its accuracy stands here."}{" "}
        Report outcomes for its estimates, and monitoring measures its accuracy from them.
      </p>
    </>
  );
}
