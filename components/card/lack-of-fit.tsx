import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { writeProbability } from "@/lib/judging/probability-words";
import { countQuestions, findFaintPattern, findMisfit, missingTermInWords } from "@/lib/model/explain/lack-of-fit";
import type { Model } from "@/lib/model/model";
import type { LinearInference } from "@/lib/model/predictor";
import { lackOfFitInWords, searchInWords } from "./fit-sentences";
import { FIT_WORDS } from "./fit-words";

interface LackOfFitProps {
  model: Model;
  inference: LinearInference;
  /** What the tests together may owe to chance; see `judge`. */
  level: number;
}

/** Whether what a model leaves unexplained is noise, or a pattern that one more term would explain. */
export function LackOfFit({ model, inference, level }: LackOfFitProps) {
  const words = useWords(FIT_WORDS);
  const { locale, quantity, share: writeShare } = useWriter();
  const { spec } = model;
  const { lackOfFit, fit } = inference;
  if (lackOfFit === null) return <p className="max-w-[38rem]">{words.tooFewForFit}</p>;
  const { reset, pureError, terms } = lackOfFit;
  const share = (value: number) => writeShare(Math.max(0, value));
  const tests = [[words.reset, reset] as const, [words.pureError, pureError] as const];
  const figure = (value: number) => quantity(value, undefined, 0.1);
  return (
    <>
      <p className="max-w-[38rem]">
        {lackOfFitInWords(
          spec,
          findMisfit(lackOfFit, level),
          findFaintPattern(lackOfFit, level),
          countQuestions(lackOfFit),
        )}
      </p>
      <DataTable
        wide
        caption={words.tests}
        columns={words.testColumns}
        rows={tests.flatMap(([name, test]) =>
          test
            ? [
                [
                  name,
                  figure(test.f),
                  words.dfs(quantity(test.df1), quantity(test.df2)),
                  writeProbability(test.p, locale),
                  writeProbability(test.robustP, locale),
                  share(test.share),
                ],
              ]
            : [],
        )}
      />
      {terms.length > 0 && (
        <DataTable
          wide
          caption={words.helpfulTerms}
          columns={words.termColumns}
          rows={terms.map((term) => [
            missingTermInWords(spec, term),
            figure(term.f),
            figure(term.t),
            figure(term.df),
            writeProbability(term.p, locale),
            share(term.share),
          ])}
        />
      )}
      <p className="mt-5 text-caption text-quiet">
        {searchInWords(locale, lackOfFit, fit.n)} {words.robustTests} {words.explains}
      </p>
    </>
  );
}
