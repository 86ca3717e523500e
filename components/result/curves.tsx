import { Disclosure } from "@/components/disclosure";
import { valueInWords } from "@/components/words";
import { traceInput, type Curve } from "@/lib/model/explain/curve";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Input } from "@/lib/model/spec";
import { extent } from "d3-array";
import { CurveChart } from "./curve-chart";
import type { ReportProps } from "./report-props";
import { curvesInWords } from "./chart-sentences";
import { endlessInWords } from "./unknown-sentences";

/** At most this many rows of a curve in the table. */
const ROWS = 8;

/** Points spread over a curve, with the one that is this estimate. */
function thin({ points }: Curve, own: Inputs[string]): Curve["points"] {
  const every = Math.ceil((points.length - 1) / (ROWS - 1));
  return points.filter(({ value }, index) => value === own || index % every === 0 || index === points.length - 1);
}

function valueInTable(input: Input, value: Inputs[string]): string {
  return valueInWords(input, typeof value === "number" ? Number(value.toPrecision(4)) : value);
}

/** The inputs without a chart: neither examples nor bounds say how far they go. */
function Endless({ labels }: { labels: string[] }) {
  return <p className="max-w-[38rem]">{endlessInWords(labels)}</p>;
}

/** How the estimate goes with each input alone: small charts on one scale, and the same as a table. */
export function Curves({ model, inputs, prediction, step }: ReportProps) {
  const { spec, evidence } = model;
  const { estimate, interval } = prediction;
  const all = spec.inputs.map((input) => ({ input, curve: traceInput(model, inputs, input.name) }));
  const curves = all.filter(({ curve }) => curve.points.length > 0);
  const endless = all.filter(({ curve }) => curve.points.length === 0).map(({ input }) => inSentence(input.label));
  if (curves.length === 0) return <Endless labels={endless} />;
  // The ends are not numbers where there is no range, and are passed over then.
  const [least = 0, most = 1] = extent(
    curves.flatMap(({ curve }) => curve.points.flatMap(({ estimate, low, high }) => [estimate, low, high])),
  );
  const write = (value: number) => formatQuantity(value, spec.target.unit, step);
  return (
    <figure>
      <figcaption className="max-w-[38rem]">{curvesInWords(interval !== null, evidence !== null)}</figcaption>
      {endless.length > 0 && <Endless labels={endless} />}
      <div className="mt-8 grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3 sm:gap-x-8">
        {curves.map(({ input, curve }) => (
          <CurveChart
            key={input.name}
            input={input}
            curve={curve}
            own={inputs[input.name]!}
            range={evidence && evidence.ranges[input.name]!}
            banded={interval !== null}
            domain={[least, most]}
            estimate={estimate}
            write={write}
          />
        ))}
      </div>
      <Disclosure summary="The curves as a table" className="screen-only mt-6 text-small">
        <table className="mt-2 w-full">
          <thead>
            <tr className="text-quiet">
              <th className="py-1.5 text-left font-normal">Value</th>
              <th className="py-1.5 text-right font-normal">Estimate</th>
              {interval && <th className="py-1.5 pl-3 text-right font-normal">Range</th>}
            </tr>
          </thead>
          {curves.map(({ input, curve }) => (
            <tbody key={input.name}>
              <tr className="border-t border-ink">
                <th scope="rowgroup" colSpan={interval ? 3 : 2} className="pt-3 pb-1.5 text-left font-medium">
                  {input.label}
                </th>
              </tr>
              {thin(curve, inputs[input.name]!).map(({ value, estimate, low, high }) => (
                <tr key={String(value)} className="border-t border-rule">
                  <th scope="row" className="py-1.5 text-left font-normal">
                    {valueInTable(input, value)}
                    {value === inputs[input.name] && <span className="text-quiet"> (entered)</span>}
                  </th>
                  <td className="py-1.5 text-right">{write(estimate)}</td>
                  {interval && (
                    <td className="py-1.5 pl-3 text-right text-quiet">
                      {write(low)} to {write(high)}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Disclosure>
    </figure>
  );
}
