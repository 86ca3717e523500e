import { rowNames } from "@/lib/model/row-names";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { fold } from "@/components/fold";
import { fewGroupsInWords } from "@/components/fold-words";
import { valueInWords } from "@/components/words";
import { typicalError } from "@/components/accuracy-measures";
import { errorMeasures, MEASURES } from "@/lib/judging/measures";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/confidence";
import { FEWEST_ROWS_TO_JUDGE, type Accuracy, type Evidence } from "@/lib/model/evidence";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { greatest, least, max, ticks } from "d3-array";
import { groupsInWords } from "./sentences";
import { tooFewForGroupsInWords } from "./unknown-sentences";

/** Of very many groups so many are in the table. */
const MOST_LISTED = 40;
/** And so many are drawn. */
const MOST_DRAWN = 24;

type Segment = Accuracy["segments"][number];

/** "Estimate $22,800 to $56,800", "Bedrooms 3", "Finished basement yes". */
function nameOf({ target, inputs }: Spec, { by, range, value }: Segment): string {
  const input = inputs.find(({ name }) => name === by);
  if (input && value !== null) return `${input.label} ${valueInWords(input, value)}`;
  return range
    ? `Estimate ${formatQuantity(range.low, target.unit)} to ${formatQuantity(range.high, target.unit)}`
    : by;
}

/** The rows in groups, and how near the truth the estimates of each were. */
export function Segments({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const { accuracy } = evidence;
  const { segments } = accuracy;
  const model = { spec, evidence };
  const { unit } = spec.target;
  const near = toleranceInWords(toleranceOf(model), unit);
  const errorOf = (errors: Pick<Accuracy, "mdape" | "mdae">) => typicalError(model, errors);
  const [best, worst] = [
    least(segments, (each) => errorOf(each).value),
    greatest(segments, (each) => errorOf(each).value),
  ];
  if (!best || !worst) {
    return <p className="max-w-[38rem]">{tooFewForGroupsInWords(evidence.rows)}</p>;
  }
  const named = (segment: Segment) => {
    const name = inSentence(nameOf(spec, segment));
    return segment.range ? name.replace("estimate", "an estimate of") : name;
  };
  // With the best and the worst group in the sentence, what matters of many is which are unlike all together.
  const overall = errorOf(accuracy).value;
  const unlike = (segment: Segment) => Math.abs(errorOf(segment).value - overall);
  const { shown, others } = fold(segments, unlike, MOST_DRAWN);
  const listed = fold(segments, unlike, MOST_LISTED).shown;
  const most = max(segments, (each) => errorOf(each).value)!;
  const { error } = errorMeasures(toleranceOf(model));
  return (
    <Figure
      caption={groupsInWords(
        { name: named(best), error: errorOf(best).text },
        { name: named(worst), error: errorOf(worst).text },
        segments.length,
      )}
      axes={`What half of the estimates of a group are off by at most; groups of at least ${FEWEST_ROWS_TO_JUDGE} rows${rowNames(model.evidence).leftOut}.${others.length > 0 ? ` ${fewGroupsInWords(shown.length, listed.length, segments.length)}` : ""}`}
      numbers={
        <DataTable
          wide
          caption="Accuracy by group"
          columns={["Group", "Rows", "Half within", `Within ${near}`, "Median ratio"]}
          rows={listed.map((segment) => [
            nameOf(spec, segment),
            formatQuantity(segment.n),
            errorOf(segment).text,
            formatShare(segment.withinTolerance),
            segment.medianRatio === null ? "–" : MEASURES.medianRatio.write(segment.medianRatio),
          ])}
        />
      }
    >
      <RowChart
        domain={[0, most]}
        ticks={ticks(0, most, 4)}
        write={(value) => MEASURES[error].write(value, unit)}
        reference={{ at: errorOf(accuracy).value, text: `overall ${errorOf(accuracy).text}` }}
        label="What half of the estimates of each group are within"
        rows={shown.map((segment) => ({
          key: nameOf(spec, segment),
          label: nameOf(spec, segment),
          detail: `${formatQuantity(segment.n)} rows`,
          figure: errorOf(segment).text,
          interval: [0, errorOf(segment).value],
          marks: [{ at: errorOf(segment).value, shape: "filled" }],
        }))}
      />
    </Figure>
  );
}
