import { rowNames } from "@/lib/model/row-names";
import { valuesInWords } from "@/components/change-words";
import { fold } from "@/components/fold";
import { countInWords } from "@/components/words";
import type { Interval } from "@/lib/model/answer/predict";
import { findComparables, showsRows, type Comparable } from "@/lib/model/explain/comparables";
import type { Evidence } from "@/lib/model/evidence";
import { formatQuantity } from "@/lib/model/format";
import { extent } from "d3-array";
import { ComparablesChart } from "./comparables-chart";
import { importanceOf } from "./importance";
import type { ReportProps } from "./report-props";
import { insideInWords } from "./chart-sentences";
import { nearestRows } from "./sentences";
import { hiddenRowsInWords } from "./unknown-sentences";

/** Of very many differences so many are named, those of the inputs that matter most to the estimate. */
const FEW_DIFFERENCES = 3;

/** How many of the rows a range holds. */
function countInside(rows: Comparable[], { low, high }: Interval): number {
  return rows.filter(({ actual }) => actual >= low && actual <= high).length;
}

/** The training rows most like this one, with what they really were. */
export function Comparables({ evidence, model, inputs, prediction, step }: ReportProps & { evidence: Evidence }) {
  const { spec } = model;
  if (!showsRows(model)) {
    return <p className="max-w-[38rem]">{hiddenRowsInWords(evidence.rows, rowNames(evidence).data)}</p>;
  }
  const { label, unit } = spec.target;
  const { estimate, interval } = prediction;
  const rows = findComparables(model, inputs);
  const weigh = importanceOf(prediction.contributions);
  const differencesInWords = (differences: Comparable["differences"]) => {
    if (differences.length === 0) return "the same in everything";
    const { shown, others } = fold(differences, ({ input }) => weigh({ name: input }), FEW_DIFFERENCES);
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    return valuesInWords(spec.inputs, shown) + more;
  };
  const [least = estimate, most = estimate] = extent(rows, ({ actual }) => actual);
  const write = (value: number, to?: number) => formatQuantity(value, unit, to);
  return (
    <figure>
      <figcaption className="max-w-[38rem]">
        {nearestRows(spec, evidence, {
          count: countInWords(rows.length),
          outcomes: `${write(least)} to ${write(most)}`,
          inside: interval ? insideInWords(countInside(rows, interval), rows.length) : "",
        })}
      </figcaption>
      <ComparablesChart
        prices={rows.map(({ actual }) => actual)}
        interval={interval}
        estimate={estimate}
        write={write}
        step={step}
      />
      <table className="mt-6 w-full text-small">
        <caption className="sr-only">The rows most like this one</caption>
        <thead>
          <tr className="align-bottom text-quiet">
            <th className="py-2 text-left font-normal">{label}</th>
            <th className="py-2 pl-4 text-left font-normal">Differs in</th>
            <th className="py-2 pl-4 text-right font-normal">Our estimate</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ actual, estimate, differences }, index) => (
            <tr key={index} className="border-t border-rule align-top">
              <th scope="row" className="py-2 text-left font-medium">
                {write(actual)}
              </th>
              <td className="py-2 pl-4">{differencesInWords(differences)}</td>
              <td className="py-2 pl-4 text-right text-quiet">
                {estimate === null ? "not possible" : write(estimate, step)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 border-t border-ink pt-3 text-caption text-quiet">
        Our estimate is by the model fitted without that row
        {rows.some(({ estimate }) => estimate === null) &&
          "; that is not possible for a row that is the only one of its kind"}
        . Nearest means the smallest differences over all inputs, each measured by how much it varies among the rows.
      </p>
    </figure>
  );
}
