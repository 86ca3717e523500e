import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { asSentence } from "@/components/words";
import { findProblems } from "@/lib/judging/findings";
import { writeMeasure } from "@/lib/judging/measure-words";
import { judgeRatios, ratioStudyOf, type RatioVerdict } from "@/lib/judging/ratio-standard";
import type { RatioStudy as RatioStudyFigures } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { rowNames } from "@/lib/model/row-names";
import type { Spec } from "@/lib/model/spec";
import { ticks } from "d3-array";
import { ratioBenchmarkInWords, ratioThirdsInWords, ratioVerdictInWords } from "./ratio-sentences";
import { RATIO_WORDS } from "./ratio-words";

function Verdict({ verdict }: { verdict: RatioVerdict["verdict"] }) {
  const words = useWords(RATIO_WORDS);
  const sign = { passes: "✓ ", fails: "✕ ", undecided: "", "too few rows": "" }[verdict];
  return (
    <span
      className={verdict === "fails" ? "font-medium text-rust" : verdict === "passes" ? "text-accent" : "text-quiet"}
    >
      <span aria-hidden="true">{sign}</span>
      {words.verdicts[verdict]}
    </span>
  );
}

/** The median ratio of the lowest, middle and highest third of the outcomes, which PRD and PRB sum up in one figure each. */
function ThirdsFigure({ spec, thirds }: { spec: Spec; thirds: RatioStudyFigures["thirds"] }) {
  const words = useWords(RATIO_WORDS);
  const { locale, quantity } = useWriter();
  const { label, unit } = spec.target;
  if (thirds.length === 0) return null;
  const write = (ratio: number) => writeMeasure(locale, "medianRatio", ratio);
  const among = ({ low, high }: (typeof thirds)[number]) =>
    lowToHigh(locale, quantity(low, unit), quantity(high, unit));
  const all = thirds.flatMap(({ medianRatio, oracle }) => [medianRatio, oracle ?? 1, 1]);
  const domain: [number, number] = [Math.min(...all) - 0.02, Math.max(...all) + 0.02];
  return (
    <div className="mt-10">
      <Figure
        caption={ratioThirdsInWords(spec, thirds)}
        axes={words.thirdsAxes}
        numbers={
          <DataTable
            wide
            caption={words.thirdsTable}
            columns={[label, words.rows, words.medianRatio, words.unbiased]}
            rows={thirds.map((third) => [
              among(third),
              quantity(third.n),
              write(third.medianRatio),
              third.oracle === null ? "–" : write(third.oracle),
            ])}
          />
        }
      >
        <RowChart
          domain={domain}
          ticks={ticks(...domain, 4)}
          write={write}
          reference={{ at: 1, text: words.estimateIsActual }}
          label={words.thirdsTable}
          rows={thirds.map(({ medianRatio, oracle, ...third }) => ({
            key: String(third.low),
            label: among({ ...third, medianRatio, oracle }),
            figure: write(medianRatio),
            marks: [
              ...(oracle === null ? [] : [{ at: oracle, shape: "upright" } as const]),
              { at: medianRatio, shape: "filled" } as const,
            ],
          }))}
        />
      </Figure>
    </div>
  );
}

/** The standard for tax assessors, for a model whose description asks for it. */
export function RatioStudy({ model }: { model: Model }) {
  const words = useWords(RATIO_WORDS);
  const { locale } = useWriter();
  const { spec } = model;
  const study = ratioStudyOf(model);
  if (!study) return <p className="max-w-[38rem]">{words.noStudy}</p>;
  const verdicts = judgeRatios(model);
  const problems = findProblems(model).filter(({ code }) => code === "vertical_bias" || code === "ratio_study");
  const benchmark = ratioBenchmarkInWords(locale, verdicts, problems.length > 0);
  return (
    <>
      <p className="max-w-[38rem]">
        {words.standard} {ratioVerdictInWords(locale, verdicts, study.rows)}
      </p>
      {benchmark && <p className="mt-4 max-w-[38rem]">{benchmark}</p>}
      {problems.map(({ code, meaning }) => (
        <p key={code} className="mt-4 max-w-[38rem] font-medium text-rust">
          {asSentence(meaning)}
        </p>
      ))}
      <DataTable
        wide
        double={[words.accepted]}
        caption={words.table}
        columns={[words.figure, words.measured, words.accepted, words.unbiased, words.verdict]}
        rows={verdicts.map(({ measure, name, written, interval, accepted, oracle, verdict }) => [
          <span key="name">
            {name}
            <span className="block text-caption text-quiet">{words.about[measure]}</span>
          </span>,
          <span key="measured">
            {written}
            <span className="block text-caption text-quiet">{interval}</span>
          </span>,
          accepted,
          oracle ? (
            <span key="oracle">
              {oracle.written}
              <span className="block text-caption text-quiet">{oracle.range}</span>
            </span>
          ) : (
            "–"
          ),
          <Verdict key="verdict" verdict={verdict} />,
        ])}
      />
      <p className="mt-5 text-caption text-quiet">{words.source(rowNames(model.evidence, locale).unseen)}</p>
      <ThirdsFigure spec={spec} thirds={study.ratio.thirds} />
    </>
  );
}
