import { rowNames } from "@/lib/model/row-names";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { asSentence } from "@/components/words";
import { findFaults } from "@/lib/judging/findings";
import { MEASURES } from "@/lib/judging/measures";
import { judgeRatios, ratioStudyOf, type RatioMeasure, type RatioVerdict } from "@/lib/judging/ratio-standard";
import type { RatioStudy as RatioStudyFigures } from "@/lib/model/evidence";
import { formatQuantity } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";
import { ticks } from "d3-array";
import { noRatioStudyInWords, ratioBenchmarkInWords, ratioThirdsInWords, ratioVerdictInWords } from "./sentences";

const ABOUT: Record<RatioMeasure, string> = {
  medianRatio: "Half of the ratios lie above it: the general level",
  cod: "How far ratios lie from their median, on average, in per cent of it",
  prd: "Above 1 where what is dear is under-valued beside what is cheap",
  prb: "The change of the ratio for twice the value, as a share",
};

function Verdict({ verdict }: { verdict: RatioVerdict["verdict"] }) {
  const sign = { passes: "✓ ", fails: "✕ ", undecided: "", "too few rows": "" }[verdict];
  return (
    <span
      className={verdict === "fails" ? "font-medium text-rust" : verdict === "passes" ? "text-accent" : "text-quiet"}
    >
      <span aria-hidden="true">{sign}</span>
      {verdict}
    </span>
  );
}

/** The median ratio of the lowest, middle and highest third of the outcomes: what PRD and PRB put into one figure each. */
function ThirdsFigure({ spec, thirds }: { spec: Spec; thirds: RatioStudyFigures["thirds"] }) {
  const { label, unit } = spec.target;
  if (thirds.length === 0) return null;
  const write = MEASURES.medianRatio.write;
  const among = ({ low, high }: (typeof thirds)[number]) =>
    `${formatQuantity(low, unit)} to ${formatQuantity(high, unit)}`;
  const all = thirds.flatMap(({ medianRatio, oracle }) => [medianRatio, oracle ?? 1, 1]);
  const domain: [number, number] = [Math.min(...all) - 0.02, Math.max(...all) + 0.02];
  return (
    <div className="mt-10">
      <Figure
        caption={ratioThirdsInWords(thirds, label)}
        axes="Median of estimate over truth. Upright: a model with the same noise and no bias."
        numbers={
          <DataTable
            wide
            caption="Median ratio by third"
            columns={[label, "Rows", "Median ratio", "Without bias"]}
            rows={thirds.map((third) => [
              among(third),
              formatQuantity(third.n),
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
          reference={{ at: 1, text: "estimate = truth" }}
          label="Median ratio by third"
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

/** The test that assessors of property must pass, for a model whose description asks for it. */
export function RatioStudy({ model }: { model: Model }) {
  const { spec } = model;
  const study = ratioStudyOf(model);
  if (!study) return <p className="max-w-[38rem]">{noRatioStudyInWords()}</p>;
  const verdicts = judgeRatios(model);
  const faults = findFaults(model).filter(({ code }) => code === "vertical_bias" || code === "ratio_study");
  const benchmark = ratioBenchmarkInWords(verdicts, spec.target.label, faults.length > 0);
  return (
    <>
      <p className="max-w-[38rem]">
        Tax assessors must value cheap and expensive property equally fairly, and a standard says what is accepted:
        estimate over truth must be near 1, close together, and the same for all values.{" "}
        {ratioVerdictInWords(verdicts, study.rows)}
      </p>
      {benchmark && <p className="mt-4 max-w-[38rem]">{benchmark}</p>}
      {faults.map(({ code, meaning }) => (
        <p key={code} className="mt-4 max-w-[38rem] font-medium text-rust">
          {asSentence(meaning)}
        </p>
      ))}
      <DataTable
        wide
        double={["Accepted"]}
        caption="Ratio study"
        columns={["Figure", "Measured", "Accepted", "Without bias", "Verdict"]}
        rows={verdicts.map(({ measure, name, written, interval, accepted, oracle, verdict }) => [
          <span key="name">
            {name}
            <span className="block text-caption text-quiet">{ABOUT[measure]}</span>
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
      <p className="mt-5 text-caption text-quiet">
        Accepted for older or mixed houses by the International Association of Assessing Officers, Standard on Ratio
        Studies (2013), on sales the assessor has not seen; here, on {rowNames(model.evidence).unseen}. Below a measured
        figure: its 95% confidence interval. Without bias: simulated with the estimates and the errors of this model,
        the errors drawn at random; below, the middle 95% of the simulations.
      </p>
      <ThirdsFigure spec={spec} thirds={study.ratio.thirds} />
    </>
  );
}
