import { Disclosure } from "@/components/disclosure";
import { fold } from "@/components/fold";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Contribution } from "@/lib/model/answer/predict";
import type { Evidence } from "@/lib/model/evidence";
import { valueInWords } from "@/lib/model/inputs/words";
import type { Spec } from "@/lib/model/spec";
import { sum } from "d3-array";
import { largestInWords } from "./chart-sentences";
import { averageEstimate } from "./sentences";
import { WaterfallChart, type Step } from "./waterfall-chart";
import { BREAKDOWN_WORDS } from "./words";

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
  return sorted.map(({ input: name, value, amount }): Step => {
    const input = inputs.get(name)!;
    const step = { label: input.label, value: valueInWords(input, value), amount, from, to: from + amount };
    from = step.to;
    return step;
  });
}

/** The steps that are drawn: all, or the largest and one for the others together. */
function toDraw(steps: Step[], nameOthers: (count: number) => string): Step[] {
  const { shown, others } = fold(steps, ({ amount }) => Math.abs(amount));
  const [first, last] = [others[0], others.at(-1)];
  if (!first || !last) return steps;
  const amount = sum(others, ({ amount }) => amount);
  return [...shown, { label: nameOthers(others.length), value: "", amount, from: first.from, to: last.to }];
}

/** Why the estimate is what it is: a chart from the average to it, and the same as a table. */
export function Breakdown(props: BreakdownProps) {
  const { evidence, explained, baseline, estimate } = props;
  const { unit } = props.spec.target;
  const steps = toSteps(props);
  const words = useWords(BREAKDOWN_WORDS);
  const { locale, quantity, signed } = useWriter();
  const drawn = toDraw(steps, (count) => words.others(quantity(count)));
  const write = (value: number) => quantity(value, unit, props.step);
  const sign = (amount: number) => signed(amount, unit, props.step);
  const raising = steps.find(({ amount }) => amount >= props.step);
  const lowering = steps.find(({ amount }) => amount <= -props.step);

  return (
    <figure>
      <figcaption className="max-w-[38rem]">
        {averageEstimate(locale, evidence, write(baseline), explained)}{" "}
        {largestInWords(
          locale,
          raising ? { ...raising, amount: write(raising.amount) } : null,
          lowering ? { ...lowering, amount: write(-lowering.amount) } : null,
        )}
      </figcaption>
      <div className="instead-on-screen">
        <WaterfallChart steps={drawn} baseline={baseline} estimate={estimate} write={write} sign={sign} />
      </div>
      <Disclosure summary={words.asTable} className="open-in-print mt-1 text-small">
        <table className="data-table">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              <th>{words.answer}</th>
              <th>{words.adds}</th>
              <th>{words.soFar}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" colSpan={2}>
                {words.average}
              </th>
              <td>{write(baseline)}</td>
            </tr>
            {steps.map(({ label, value, amount, to }) => (
              <tr key={label}>
                <th scope="row">
                  {label} <span className="value">{value}</span>
                </th>
                <td className={sign(amount) === sign(0) ? "text-quiet" : amount < 0 ? "text-rust" : "text-accent"}>
                  {sign(amount)}
                </td>
                <td>{write(to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
      <p className="mt-1 text-caption text-quiet">{words.shapley}</p>
    </figure>
  );
}
