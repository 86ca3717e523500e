import type { NumberAnswer } from "./inquiry";
import { rangeInWords } from "@/components/words";
import { anchor, GroundAxis } from "@/components/chart/axis";
import { formatQuantity } from "@/lib/model/format";
import { max, min } from "d3-array";
import { scaleLinear } from "d3-scale";

const ROW = 108;
/** From the top of a row to the middle of its bar. */
const BAR = 54;

/** Each model's answer and range, one below the other on one scale; across, in per cent of the width. */
export function AnswersChart({ answers, step }: { answers: NumberAnswer[]; step: number }) {
  const { unit, help, label } = answers[0]!.model.spec.target;
  const intervals = answers.map(({ prediction }) => prediction.interval);
  const x = scaleLinear([min(intervals, ({ low }) => low)!, max(intervals, ({ high }) => high)!], [2, 98]);
  const at = (value: number) => `${x(value)}%`;
  const write = (value: number) => formatQuantity(value, unit, step);
  const ground = answers.length * ROW + 4;
  // A label at the edge would have to run inwards, into the one before it.
  const ticks = x
    .ticks(3)
    .map((value) => ({ at: x(value), text: formatQuantity(value, unit) }))
    .filter(({ at }) => at > 8 && at < 92);
  const said = answers.map(
    ({ model: { spec }, prediction: { estimate, interval } }) =>
      `${spec.title} estimates ${write(estimate)}. ${rangeInWords(spec, interval, step)}`,
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
            <line
              x1={at(interval.low)}
              x2={at(interval.high)}
              y1={BAR}
              y2={BAR}
              className="stroke-accent"
              strokeWidth="5"
            />
            <circle cx={at(estimate)} cy={BAR} r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
            <text x={at(interval.low)} y={BAR + 24} textAnchor={anchor(x(interval.low), 8)} className="fill-ink">
              {write(interval.low)}
            </text>
            <text x={at(interval.high)} y={BAR + 24} textAnchor={anchor(x(interval.high), 8)} className="fill-ink">
              {write(interval.high)}
            </text>
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
