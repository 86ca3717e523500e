import { accuracyInWords, accuracyMeasures, typicalError } from "@/components/accuracy-measures";
import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { toleranceOf } from "@/lib/model/answer/tolerance";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import type { Evidence, TestAccuracy } from "@/lib/model/evidence";
import { roundingStep } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { rowNames } from "@/lib/model/row-names";
import { DATA_WORDS } from "./data-words";
import { rowsLeftOut } from "./sentences";

/** Accuracy on rows left out: in words, then in figures beside those of guessing the average. */
export function Accuracy({ model, evidence }: { model: Model; evidence: Evidence }) {
  const words = useWords(DATA_WORDS);
  const { locale } = useWriter();
  const { spec } = model;
  const { accuracy, test } = evidence;
  const { unit } = spec.target;
  const step = roundingStep(0, accuracy.rmse);
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        {accuracyInWords(model)} {words.average(typicalError(model, accuracy.baseline).text)}
      </p>
      <p className="mt-4 max-w-[38rem]">{rowsLeftOut(spec, evidence)}</p>
      {test && <TestNote test={test} />}
      <DataTable
        caption={words.accuracyTable(rowNames(evidence, locale).unseen, test !== undefined)}
        columns={[
          words.measure,
          words.thisModel,
          words.averageColumn,
          ...(test ? [words.testTable, words.averageThere] : []),
        ]}
        rows={accuracyMeasures(toleranceOf(model), unit, locale).map(({ name, of, write }) => [
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

/** What the test table is, and the coverage of the ranges there. */
function TestNote({ test: { measured, refused, coverage } }: { test: TestAccuracy }) {
  const words = useWords(DATA_WORDS);
  const { count, quantity, share } = useWriter();
  const covered = coverage.find(({ level }) => level === DEFAULT_LEVEL);
  return (
    <p className="mt-4 max-w-[38rem]">
      {words.test(count(measured, words.row, words.rows))}{" "}
      {refused > 0 && `${words.testRefused(refused, quantity(refused))} `}
      {covered && words.testCoverage(share(covered.level), share(covered.measured))}
    </p>
  );
}

/** That nothing is known where no rows came with a model, and what would change that. */
export function UnknownAccuracy({ model }: { model: Model }) {
  const words = useWords(DATA_WORDS);
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        {accuracyInWords(model)} {model.uncertainty === null && words.estimatesWithoutRange}
      </p>
      <p className="mt-4 max-w-[38rem]">
        {model.spec.training ? words.train : words.importTable} {words.reportOutcomes}
      </p>
    </>
  );
}
