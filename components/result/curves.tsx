import { Disclosure } from "@/components/disclosure";
import { fold, MOST_SHOWN } from "@/components/fold";
import { othersInWords, fewCurvesInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { traceInput, type Curve } from "@/lib/model/explain/curve";
import { valueInWords } from "@/lib/model/inputs/words";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Input } from "@/lib/model/spec";
import { extent, greatest, least, sort } from "d3-array";
import { CurveChart } from "./curve-chart";
import type { ReportProps } from "./report-props";
import { curvesInWords } from "./chart-sentences";
import { importanceOf } from "./importance";
import { endlessInWords } from "./unknown-sentences";
import { CURVE_WORDS } from "./words";

/** At most this many rows of a curve in the table. */
const ROWS = 8;
/** Of very many answers, this many have a chart. The others have a row of a table, from this many values of a number. */
const FEW_CHARTS = 4;
const FEW_POINTS = 5;

/** Of a category with many levels, some from the lowest to the highest estimate, and the own one. */
function thinLevels(curve: Curve, inputs: Inputs): Curve {
  const { input, points } = curve;
  if (points.length <= MOST_SHOWN || typeof points[0]!.value === "number") return curve;
  const ascending = sort(points, ({ estimate }) => estimate);
  const every = (ascending.length - 1) / (MOST_SHOWN - 1);
  const spread = new Set(Array.from({ length: MOST_SHOWN }, (_, index) => Math.round(index * every)));
  return { input, points: ascending.filter(({ value }, index) => spread.has(index) || value === inputs[input]) };
}

/** An answer with the lowest and the highest estimate that it can give: "$61,900 at 500 sq ft". */
function extremesOf({ points }: Curve, input: Input, at: (estimate: number, value: string) => string): string[] {
  const describe = (point: Curve["points"][number] | undefined) =>
    point ? at(point.estimate, valueInTable(input, point.value)) : "–";
  return [
    input.label,
    describe(least(points, ({ estimate }) => estimate)),
    describe(greatest(points, ({ estimate }) => estimate)),
  ];
}

/** Points spread over a curve, with the one that is this estimate. */
function thin({ points }: Curve, own: Inputs[string]): Curve["points"] {
  const every = Math.ceil((points.length - 1) / (ROWS - 1));
  return points.filter(({ value }, index) => value === own || index % every === 0 || index === points.length - 1);
}

function valueInTable(input: Input, value: Inputs[string]): string {
  return valueInWords(input, typeof value === "number" ? Number(value.toPrecision(4)) : value);
}

/** The inputs without a chart: neither rows nor bounds say how far they go. */
function Endless({ labels }: { labels: string[] }) {
  const { locale } = useWriter();
  return <p className="max-w-[38rem]">{endlessInWords(locale, labels)}</p>;
}

/** How the estimate goes with each input alone: small charts on one scale, and the same as a table. */
export function Curves({ model, inputs, prediction, step, level }: ReportProps) {
  const { spec, evidence } = model;
  const { estimate, interval } = prediction;
  const words = useWords(CURVE_WORDS);
  const { locale, quantity, inSentence } = useWriter();
  const { shown, others } = fold(spec.inputs, importanceOf(prediction.contributions), FEW_CHARTS);
  const all = shown.map((input) => ({
    input,
    curve: thinLevels(traceInput(model, inputs, input.name, level), inputs),
  }));
  const curves = all.filter(({ curve }) => curve.points.length > 0);
  const endless = all.filter(({ curve }) => curve.points.length === 0).map(({ input }) => inSentence(input));
  if (curves.length === 0) return <Endless labels={endless} />;
  // The ends are not numbers where there is no range, and are passed over then.
  const [lowest = 0, highest = 1] = extent(
    curves.flatMap(({ curve }) => curve.points.flatMap(({ estimate, low, high }) => [estimate, low, high])),
  );
  const write = (value: number) => quantity(value, spec.target.unit, step);
  return (
    <figure>
      <figcaption className="max-w-[38rem]">{curvesInWords(locale, interval !== null, evidence)}</figcaption>
      {endless.length > 0 && <Endless labels={endless} />}
      {others.length > 0 && (
        <p className="mt-4 max-w-[38rem]">{fewCurvesInWords(curves.length, others.length, locale)}</p>
      )}
      <div className="mt-8 grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3 sm:gap-x-8">
        {curves.map(({ input, curve }) => (
          <CurveChart
            key={input.name}
            input={input}
            curve={curve}
            own={inputs[input.name]!}
            range={evidence && evidence.ranges[input.name]!}
            banded={interval !== null}
            domain={[lowest, highest]}
            estimate={estimate}
            write={write}
          />
        ))}
      </div>
      <Disclosure summary={words.asTable} className="screen-only mt-6 text-small">
        <table className="data-table folded">
          <thead>
            <tr>
              <th>{words.value}</th>
              <th>{words.estimate}</th>
              {interval && <th>{words.range}</th>}
            </tr>
          </thead>
          {curves.map(({ input, curve }) => (
            <tbody key={input.name}>
              <tr>
                <th scope="rowgroup" colSpan={interval ? 3 : 2} className="pt-3 font-medium">
                  {input.label}
                </th>
              </tr>
              {thin(curve, inputs[input.name]!).map(({ value, estimate, low, high }) => (
                <tr key={String(value)}>
                  <th scope="row">
                    {valueInTable(input, value)}
                    {value === inputs[input.name] && <span className="text-quiet"> ({words.entered})</span>}
                  </th>
                  <td>{write(estimate)}</td>
                  {interval && <td>{lowToHigh(locale, write(low), write(high))}</td>}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Disclosure>
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "answer", locale)} className="screen-only text-small">
          <FoldedTable
            columns={words.columns}
            rows={others.map((input) =>
              extremesOf(traceInput(model, inputs, input.name, level, FEW_POINTS), input, (estimate, value) =>
                words.at(write(estimate), value),
              ),
            )}
          />
        </Disclosure>
      )}
    </figure>
  );
}
