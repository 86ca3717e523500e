import { localeOf } from "@/lib/language/locale";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { fold } from "@/components/fold";
import { fewGroupsInWords } from "@/components/fold-words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { valueInWords } from "@/components/words";
import { typicalError } from "@/components/accuracy-measures";
import { writeMeasure } from "@/lib/judging/measure-words";
import { errorMeasures } from "@/lib/judging/measures";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/tolerance";
import { FEWEST_ROWS_TO_JUDGE, type Accuracy, type Evidence } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";
import { rowNames } from "@/lib/model/row-names";
import type { Spec } from "@/lib/model/spec";
import { greatest, least, max, ticks } from "d3-array";
import { DATA_WORDS } from "./data-words";
import { groupsInWords } from "./sentences";
import { tooFewForGroupsInWords } from "./unknown-sentences";

/** Of very many groups so many are in the table. */
const MOST_LISTED = 40;
/** And so many are drawn. */
const MOST_DRAWN = 24;

type Segment = Accuracy["segments"][number];

/** "Estimate $22,800 to $56,800", "Bedrooms 3", "Finished basement yes". */
function nameOf(spec: Spec, { by, range, value }: Segment): string {
  const { target, inputs } = spec;
  const words = DATA_WORDS[localeOf(spec)];
  const { quantity } = writerOf(localeOf(spec));
  const input = inputs.find(({ name }) => name === by);
  if (input && value !== null) return words.groupOf(input.label, valueInWords(input, value));
  if (!range) return by;
  const between = lowToHigh(localeOf(spec), quantity(range.low, target.unit), quantity(range.high, target.unit));
  return words.groupOf(words.estimate, between);
}

/** The rows in groups, and how accurate the estimates of each are. */
export function Segments({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const words = useWords(DATA_WORDS);
  const { locale, quantity, share, inSentence } = useWriter();
  const { accuracy } = evidence;
  const { segments } = accuracy;
  const model = { spec, evidence };
  const { unit } = spec.target;
  const near = toleranceInWords(toleranceOf(model), unit, locale);
  const errorOf = (errors: Pick<Accuracy, "mdape" | "mdae">) => typicalError(model, errors);
  const [best, worst] = [
    least(segments, (each) => errorOf(each).value),
    greatest(segments, (each) => errorOf(each).value),
  ];
  if (!best || !worst) {
    return <p className="max-w-[38rem]">{tooFewForGroupsInWords(locale, evidence.rows)}</p>;
  }
  const named = (segment: Segment) => inSentence(nameOf(spec, segment));
  // The sentence has the best and the worst group; of many groups the chart has those that differ most from all rows.
  const overall = errorOf(accuracy).value;
  const unlike = (segment: Segment) => Math.abs(errorOf(segment).value - overall);
  const { shown, others } = fold(segments, unlike, MOST_DRAWN);
  const listed = fold(segments, unlike, MOST_LISTED).shown;
  const most = max(segments, (each) => errorOf(each).value)!;
  const { error } = errorMeasures(toleranceOf(model));
  return (
    <Figure
      caption={groupsInWords(
        locale,
        { name: named(best), error: errorOf(best).text },
        { name: named(worst), error: errorOf(worst).text },
        segments.length,
      )}
      axes={`${words.groupAxes(quantity(FEWEST_ROWS_TO_JUDGE), rowNames(evidence, locale).leftOut)}${others.length > 0 ? ` ${fewGroupsInWords(shown.length, listed.length, segments.length, locale)}` : ""}`}
      numbers={
        <DataTable
          wide
          caption={words.groupTable}
          columns={[words.group, words.rowsColumn, words.medianError, words.within(near), words.medianRatio]}
          rows={listed.map((segment) => [
            nameOf(spec, segment),
            quantity(segment.n),
            errorOf(segment).text,
            share(segment.withinTolerance),
            segment.medianRatio === null ? "–" : writeMeasure(locale, "medianRatio", segment.medianRatio),
          ])}
        />
      }
    >
      <RowChart
        domain={[0, most]}
        ticks={ticks(0, most, 4)}
        write={(value) => writeMeasure(locale, error, value, unit)}
        reference={{ at: errorOf(accuracy).value, text: words.overall(errorOf(accuracy).text) }}
        label={words.groupChart}
        rows={shown.map((segment) => ({
          key: nameOf(spec, segment),
          label: nameOf(spec, segment),
          detail: `${quantity(segment.n)} ${words.rows}`,
          figure: errorOf(segment).text,
          interval: [0, errorOf(segment).value],
          marks: [{ at: errorOf(segment).value, shape: "filled" }],
        }))}
      />
    </Figure>
  );
}
