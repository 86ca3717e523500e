import { DataTable } from "@/components/chart/data-table";
import { writeProbability } from "@/lib/judging/probability-words";
import { findFaintPattern, findMisfit, missingTermInWords } from "@/lib/model/explain/lack-of-fit";
import { formatShare, formatQuantity } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { LinearInference } from "@/lib/model/predictor";
import { lackOfFitInWords, ROBUST_TESTS, searchInWords, TOO_FEW_ROWS_FOR_FIT } from "./sentences";

/** Whether what a model leaves unexplained is noise, or a pattern that one more term would explain. */
export function LackOfFit({ model, inference }: { model: Model; inference: LinearInference }) {
  const { spec } = model;
  const { lackOfFit, fit } = inference;
  if (lackOfFit === null) return <p className="max-w-[38rem]">{TOO_FEW_ROWS_FOR_FIT}</p>;
  const { reset, pureError, terms } = lackOfFit;
  const share = (value: number) => (value > 0 ? formatShare(value) : "0%");
  const tests = [
    ["RESET: squares and cubes of the estimates", reset] as const,
    ["Pure error: rows with the same inputs", pureError] as const,
  ];
  const figure = (value: number) => formatQuantity(value, undefined, 0.1);
  return (
    <>
      <p className="max-w-[38rem]">{lackOfFitInWords(spec, findMisfit(lackOfFit), findFaintPattern(lackOfFit))}</p>
      <DataTable
        wide
        caption="Tests of lack of fit"
        columns={["Test", "F", "df", "p", "Robust p", "Explains"]}
        rows={tests.flatMap(([name, test]) =>
          test
            ? [
                [
                  name,
                  figure(test.f),
                  `${formatQuantity(test.df1)} and ${formatQuantity(test.df2)}`,
                  writeProbability(test.p),
                  writeProbability(test.robustP),
                  share(test.share),
                ],
              ]
            : [],
        )}
      />
      {terms.length > 0 && (
        <DataTable
          wide
          caption="Terms that would help most"
          columns={["One more term", "F", "Robust t", "df", "Adjusted p", "Explains"]}
          rows={terms.map((term) => [
            missingTermInWords(spec, term),
            figure(term.f),
            figure(term.t),
            figure(term.df),
            writeProbability(term.p),
            share(term.share),
          ])}
        />
      )}
      <p className="mt-5 text-caption text-quiet">
        {searchInWords(lackOfFit, fit.n)} {ROBUST_TESTS} “Explains” is the share of the unexplained variance, less what
        chance would explain.
      </p>
    </>
  );
}
