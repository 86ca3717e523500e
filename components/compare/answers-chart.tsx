import type { NumberAnswer } from "./inquiry";
import { rangeOrReason } from "@/components/range-words";
import { anchor, GroundAxis } from "@/components/chart/axis";
import { formatQuantity } from "@/lib/model/format";
import type { Interval } from "@/lib/model/answer/predict";
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";

const ROW = 108;
/** From the top of a row to the middle of its bar. */
const BAR = 54;

interface RangeProps {
  interval: Interval;
  x: (value: number) => number;
  write: (value: number) => string;
}

/** A range as a bar with what its ends are. */
function Range({ interval: { low, high }, x, write }: RangeProps) {
  return (
    <>
      <line x1={`${x(low)}%`} x2={`${x(high)}%`} y1={BAR} y2={BAR} className="stroke-accent" strokeWidth="5" />
      {[low, high].map((end) => (
        <text key={end} x={`${x(end)}%`} y={BAR + 24} textAnchor={anchor(x(end), 8)} className="fill-ink">
          {write(end)}
        </text>
      ))}
    </>
  );
}

/** Each model's answer and range, one below the other on one scale; across, in per cent of the width. */
export function AnswersChart({ answers, step }: { answers: NumberAnswer[]; step: number }) {
  const { unit, help, label } = answers[0]!.model.spec.target;
  const all = answers.flatMap(({ prediction: { estimate, interval } }) =>
    interval ? [interval.low, interval.high] : [estimate],
  );
  const [least = 0, most = 0] = extent(all);
  const x = scaleLinear([least, most], [2, 98]);
  const at = (value: number) => `${x(value)}%`;
  const write = (value: number) => formatQuantity(value, unit, step);
  const ground = answers.length * ROW + 4;
  // A label at the edge would have to run inwards, into the one before it.
  const ticks = x
    .ticks(3)
    .map((value) => ({ at: x(value), text: formatQuantity(value, unit) }))
    .filter(({ at }) => at > 8 && at < 92);
  const said = answers.map(
    ({ model: { spec }, prediction }) =>
      `${spec.title} estimates ${write(prediction.estimate)}. ${rangeOrReason(spec, prediction, step)}`,
  );
  return (
    <>
      <svg role="img" aria-label={said.join(" ")} width="100%" height={ground + 26} className="chart mt-6 text-caption">
        {ticks.map(({ at }) => (
          <line key={at} x1={`${at}%`} x2={`${at}%`} y1={BAR - 12} y2={ground} className="stroke-rule" />
        ))}
        {answers.map(({ model, prediction: { estimate, interval } }, index) => (
          <svg key={model.spec.id} y={index * ROW} width="100%" height={ROW} overflow="visible">
            <text y="14" className="fill-ink text-small">
              {model.spec.title}
            </text>
            <text
              x={at(estimate)}
              y={BAR - 14}
              textAnchor={anchor(x(estimate), 10)}
              className="fill-accent font-medium"
            >
              {write(estimate)}
            </text>
            {interval && <Range interval={interval} x={x} write={write} />}
            <circle cx={at(estimate)} cy={BAR} r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
          </svg>
        ))}
        <GroundAxis ticks={ticks} y={ground} />
      </svg>
      <p className="mt-2 text-caption text-quiet">
        {label}
        {help && `, ${help}`}
      </p>
    </>
  );
}
