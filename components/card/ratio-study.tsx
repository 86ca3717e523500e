import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { asSentence, countInWords } from "@/components/words";
import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "@/lib/model/evidence";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { MEASURES } from "@/lib/judging/measures";
import { judgeRatios, ratioMeaning, type RatioMeasure, type RatioVerdict } from "@/lib/judging/ratio-standard";
import { ticks } from "d3-array";

const ABOUT: Record<RatioMeasure, string> = {
  medianRatio: "Half of the ratios lie above it: the general level",
  cod: "How far ratios lie from their median, on average, in per cent of it",
  prd: "Above 1 where what is dear is under-valued beside what is cheap",
  prb: "The change of the ratio for twice the value, as a share",
};

function verdictInWords(verdicts: RatioVerdict[], rows: number): string {
  if (rows < FEWEST_ROWS_TO_JUDGE) return asSentence(`${countInWords(rows)} rows are too few to pass or to fail`);
  const failures = verdicts.filter(({ verdict }) => verdict === "fails").length;
  if (failures === 0) return "It passes.";
  return `It fails in ${countInWords(failures)} of the ${countInWords(verdicts.length)} figures.`;
}

function Verdict({ verdict }: { verdict: RatioVerdict["verdict"] }) {
  const sign = { passes: "✓ ", fails: "✕ ", "too few rows": "" }[verdict];
  return (
    <span
      className={verdict === "fails" ? "font-medium text-rust" : verdict === "passes" ? "text-accent" : "text-quiet"}
    >
      <span aria-hidden="true">{sign}</span>
      {verdict}
    </span>
  );
}

/** The median ratio of the lower, middle and upper third: what PRD and PRB put into one figure each. */
function ThirdsFigure({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const { label, unit } = spec.target;
  const thirds = evidence.accuracy.byTruth;
  const [first, last] = [thirds[0], thirds.at(-1)];
  if (!first || !last) return null;
  const ratio = MEASURES.medianRatio.write;
  const among = ({ range }: typeof first) =>
    `${formatQuantity(range.low, unit)} to ${formatQuantity(range.high, unit)}`;
  const all = thirds.flatMap(({ medianRatio }) => [medianRatio, 0.9, 1.1]);
  const domain: [number, number] = [Math.min(...all) - 0.02, Math.max(...all) + 0.02];
  return (
    <div className="mt-10">
      <Figure
        caption={`Among the third with the lowest ${inSentence(label)} the estimate is typically ${ratio(first.medianRatio)} times the truth, among the third with the highest ${ratio(last.medianRatio)} times. Who does not see everything estimates towards the middle; the accepted ranges say how much of that is fair.`}
        axes="Median of estimate over truth. Pale: 0.90 to 1.10."
        numbers={
          <DataTable
            caption="Median ratio by third"
            columns={[label, "Rows", "Median ratio"]}
            rows={thirds.map((third) => [among(third), formatQuantity(third.n), ratio(third.medianRatio)])}
          />
        }
      >
        <RowChart
          domain={domain}
          ticks={ticks(...domain, 4)}
          write={ratio}
          reference={{ at: 1, text: "estimate = truth" }}
          label="Median ratio by third"
          rows={thirds.map((third) => ({
            key: String(third.range.low),
            label: among(third),
            figure: ratio(third.medianRatio),
            band: [0.9, 1.1],
            marks: [{ at: third.medianRatio, shape: "filled" }],
            rust: third.medianRatio < 0.9 || third.medianRatio > 1.1,
          }))}
        />
      </Figure>
    </div>
  );
}

/** The test that assessors of property must pass, whatever is estimated here. */
export function RatioStudy({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const rows = evidence.measured;
  const verdicts = judgeRatios(evidence.accuracy.ratio, rows);
  if (verdicts.length === 0) {
    return <p className="max-w-[38rem]">Ratios of estimate to truth mean nothing where either may be zero or less.</p>;
  }
  const meanings = new Set(
    verdicts
      .filter(({ verdict }) => verdict === "fails")
      .map((verdict) => asSentence(ratioMeaning(verdict, spec.target.unit))),
  );
  return (
    <>
      <p className="max-w-[38rem]">
        Who estimates houses to tax them must be fair to cheap and dear alike, and is held to a standard: estimate over
        truth must be near 1, close together, and the same for all values. {verdictInWords(verdicts, rows)}
      </p>
      {meanings.size > 0 && (
        <p className="mt-4 max-w-[38rem] font-medium text-rust">{[...meanings].reverse().join(" ")}</p>
      )}
      <DataTable
        wide
        double={["Accepted"]}
        caption="Ratio study"
        columns={["Figure", "Measured", "Accepted", "Verdict"]}
        rows={verdicts.map(({ measure, name, written, accepted, verdict }) => [
          <span key="name">
            {name}
            <span className="block text-caption text-quiet">{ABOUT[measure]}</span>
          </span>,
          written,
          accepted,
          <Verdict key="verdict" verdict={verdict} />,
        ])}
      />
      <p className="mt-5 text-caption text-quiet">
        Accepted for older or mixed houses by the International Association of Assessing Officers, Standard on Ratio
        Studies (2013), on sales the assessor has not seen; here, on rows left out.
      </p>
      <ThirdsFigure spec={spec} evidence={evidence} />
    </>
  );
}
