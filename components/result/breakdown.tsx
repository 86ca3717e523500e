import { Disclosure } from "@/components/disclosure";
import { signedAmount, valueInWords } from "@/components/words";
import type { Contribution } from "@/lib/model/answer/predict";
import { formatQuantity } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import { largestInWords } from "./chart-sentences";
import { averageEstimate } from "./sentences";
import { WaterfallChart, type Step } from "./waterfall-chart";

interface BreakdownProps {
  spec: Spec;
  evidence: Evidence | null;
  /** How many rows the estimate is explained against. */
  explained: number;
  /** What the contributions add up from, to the estimate. */
  baseline: number;
  contributions: Contribution[];
  estimate: number;
  step: number;
}

/** The contributions, the largest first, each starting where the one before it ended. */
function toSteps({ spec, baseline, contributions }: BreakdownProps): Step[] {
  const inputs = new Map(spec.inputs.map((input) => [input.name, input]));
  const sorted = [...contributions].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  let from = baseline;
  return sorted.map(({ input: name, value, amount }) => {
    const input = inputs.get(name)!;
    const step = { label: input.label, value: valueInWords(input, value), amount, from, to: from + amount };
    from = step.to;
    return step;
  });
}

/** Why the estimate is what it is: a chart from the average to it, and the same as a table. */
export function Breakdown(props: BreakdownProps) {
  const { evidence, explained, baseline, estimate } = props;
  const { unit } = props.spec.target;
  const steps = toSteps(props);
  const write = (value: number) => formatQuantity(value, unit, props.step);
  const sign = (amount: number) => signedAmount(amount, unit, props.step);
  const raising = steps.find(({ amount }) => amount >= props.step);
  const lowering = steps.find(({ amount }) => amount <= -props.step);

  return (
    <figure>
      <figcaption className="max-w-[38rem]">
        {averageEstimate(evidence, write(baseline), explained)}{" "}
        {largestInWords(
          raising ? { ...raising, amount: write(raising.amount) } : null,
          lowering ? { ...lowering, amount: write(-lowering.amount) } : null,
        )}
      </figcaption>
      <div className="instead-on-screen">
        <WaterfallChart steps={steps} baseline={baseline} estimate={estimate} write={write} sign={sign} />
      </div>
      <Disclosure summary="The steps as a table" className="open-in-print mt-4 text-small">
        <table className="mt-2 w-full">
          <caption className="sr-only">From the average to the estimate</caption>
          <thead>
            <tr className="text-quiet">
              <th className="py-2 text-left font-normal">What you entered</th>
              <th className="py-2 pl-3 text-right font-normal">Adds</th>
              <th className="py-2 pl-3 text-right font-normal">Estimate so far</th>
            </tr>
          </thead>
          <tbody>
            <tr className="border-t border-rule">
              <th scope="row" className="py-2 text-left font-normal" colSpan={2}>
                Nothing yet: the average
              </th>
              <td className="py-2 text-right">{write(baseline)}</td>
            </tr>
            {steps.map(({ label, value, amount, to }) => (
              <tr key={label} className="border-t border-rule">
                <th scope="row" className="py-2 text-left font-normal">
                  {label} <span className="whitespace-nowrap text-quiet">{value}</span>
                </th>
                <td className={`py-2 pl-3 text-right ${amount < 0 ? "text-rust" : "text-accent"}`}>{sign(amount)}</td>
                <td className="py-2 pl-3 text-right">{write(to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
      <p className="mt-3 text-caption text-quiet">
        What an input adds is averaged over every order in which the inputs could become known (its Shapley value). Each
        figure is rounded on its own.
      </p>
    </figure>
  );
}
