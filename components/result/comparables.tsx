import { rowNames } from "@/lib/model/row-names";
import { valuesInWords } from "@/components/change-words";
import { fold } from "@/components/fold";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import type { Interval } from "@/lib/model/answer/predict";
import { findComparables, showsRows, type Comparable } from "@/lib/model/explain/comparables";
import type { Evidence } from "@/lib/model/evidence";
import { extent } from "d3-array";
import { ComparablesChart } from "./comparables-chart";
import { importanceOf } from "./importance";
import type { ReportProps } from "./report-props";
import { insideInWords, sideInWords } from "./chart-sentences";
import { nearestRows } from "./sentences";
import { hiddenRowsInWords } from "./unknown-sentences";
import { SIMILAR_WORDS } from "./words";

/** Of very many differences so many are named, those of the inputs that matter most to the estimate. */
const FEW_DIFFERENCES = 3;

/** How many of the rows are in a range. */
function countInside(rows: Comparable[], { low, high }: Interval): number {
  return rows.filter(({ actual }) => actual >= low && actual <= high).length;
}

/** The training rows most like this case, with their actual outcomes. */
export function Comparables({ evidence, model, inputs, prediction, step }: ReportProps & { evidence: Evidence }) {
  const { spec } = model;
  const words = useWords(SIMILAR_WORDS);
  const { locale, quantity } = useWriter();
  if (!showsRows(model)) {
    return <p className="max-w-[38rem]">{hiddenRowsInWords(locale, evidence.rows, rowNames(evidence, locale).data)}</p>;
  }
  const { label, unit } = spec.target;
  const { estimate, interval } = prediction;
  const rows = findComparables(model, inputs);
  const weigh = importanceOf(prediction.contributions);
  const differencesInWords = (differences: Comparable["differences"]) => {
    if (differences.length === 0) return words.none;
    const { shown, others } = fold(differences, ({ input }) => weigh({ name: input }), FEW_DIFFERENCES);
    const more = others.length > 0 ? words.andMore(quantity(others.length)) : "";
    return valuesInWords(spec.inputs, shown) + more;
  };
  const [least = estimate, most = estimate] = extent(rows, ({ actual }) => actual);
  const write = (value: number, to?: number) => quantity(value, unit, to);
  return (
    <figure>
      <figcaption className="max-w-[38rem]">
        {nearestRows(spec, evidence, {
          count: rows.length,
          outcomes: lowToHigh(locale, write(least), write(most)),
          inside: [
            interval && insideInWords(locale, countInside(rows, interval), rows.length),
            sideInWords(
              locale,
              rows.map(({ actual }) => actual),
              estimate,
            ),
          ]
            .filter(Boolean)
            .join(" "),
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
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="align-bottom text-quiet">
            <th className="py-2 text-left font-normal">{label}</th>
            <th className="py-2 pl-2 text-left font-normal sm:pl-4">{words.differences}</th>
            <th className="py-2 pl-2 text-right font-normal sm:pl-4">{words.ownEstimate}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ actual, estimate, differences }, index) => (
            <tr key={index} className="border-t border-rule align-top">
              <th scope="row" className="py-2 text-left font-medium">
                {write(actual)}
              </th>
              <td className="py-2 pl-2 wrap-anywhere sm:pl-4 hyphens-auto">{differencesInWords(differences)}</td>
              <td className="py-2 pl-2 text-right text-quiet sm:pl-4">
                {estimate === null ? words.noEstimate : write(estimate, step)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 border-t border-ink pt-3 text-caption text-quiet">
        {words.without} {rows.some(({ estimate }) => estimate === null) && `${words.onlyOne} `}
        {words.nearest}
      </p>
    </figure>
  );
}
