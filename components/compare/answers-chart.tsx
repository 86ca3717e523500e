import { localeOf } from "@/lib/language/locale";
import type { NumberAnswer } from "./inquiry";
import { rangeOrReason } from "@/components/range-words";
import { GroundAxis, placeLabel } from "@/components/chart/axis";
import { placeEnds } from "@/components/chart/end-labels";
import { writerOf } from "@/lib/model/format";
import type { Interval } from "@/lib/model/answer/predict";
import { extent } from "d3-array";
import { drawingScale } from "@/components/chart/scale";

/** From the top of an answer to the middle of its bar. */
const BAR = 34;
/** Where the ends of a range have no room side by side, the upper one is written on a line below. */
const LINE = 18;

interface RangeProps {
  interval: Interval;
  x: (value: number) => number;
  write: (value: number) => string;
}

/** A range as a bar with the values of its ends. */
function Range({ interval: { low, high }, x, write }: RangeProps) {
  const texts: [string, string] = [write(low), write(high)];
  return (
    <>
      <line x1={`${x(low)}%`} x2={`${x(high)}%`} y1={BAR} y2={BAR} className="stroke-accent" strokeWidth="5" />
      {placeEnds(x(low), x(high), texts).map(({ x, anchor, line }, index) => (
        <text key={index} x={`${x}%`} y={BAR + 24 + LINE * line} textAnchor={anchor} className="fill-ink">
          {texts[index]}
        </text>
      ))}
    </>
  );
}

/** The estimate and range of each model, one below the other on one scale; across, in per cent of the width. */
export function AnswersChart({ answers, step }: { answers: NumberAnswer[]; step: number }) {
  const { spec } = answers[0]!.model;
  const { unit, help, label } = spec.target;
  const { quantity } = writerOf(localeOf(spec));
  const all = answers.flatMap(({ prediction: { estimate, interval } }) =>
    interval ? [interval.low, interval.high] : [estimate],
  );
  const [least = 0, most = 0] = extent(all);
  const x = drawingScale([least, most === least ? least + 1 : most], [2, 98]);
  const at = (value: number) => `${x(value)}%`;
  const write = (value: number) => quantity(value, unit, step);
  const ticks = x.ticks(3).map((value) => ({ at: x(value), text: quantity(value, unit) }));
  return (
    <>
      <div className="mt-6">
        {answers.map(({ model: { spec }, prediction }) => {
          const { estimate, interval } = prediction;
          const named = placeLabel({ at: x(estimate), text: write(estimate) });
          return (
            <div key={spec.id} className="break-inside-avoid">
              <p className="text-small">{spec.title}</p>
              <svg
                role="img"
                aria-label={`${spec.title}: ${write(estimate)}. ${rangeOrReason(spec, prediction, step)}`}
                width="100%"
                height={BAR + 24 + 2 * LINE}
                className="chart text-caption"
              >
                {ticks.map(({ at }) => (
                  <line key={at} x1={`${at}%`} x2={`${at}%`} y1={BAR - 10} y2="100%" className="stroke-rule" />
                ))}
                <text x={`${named.x}%`} y={BAR - 14} textAnchor={named.anchor} className="fill-accent font-medium">
                  {write(estimate)}
                </text>
                {interval && <Range interval={interval} x={x} write={write} />}
                <circle cx={at(estimate)} cy={BAR} r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
              </svg>
            </div>
          );
        })}
        <svg aria-hidden="true" width="100%" height="26" className="chart block text-caption">
          <GroundAxis ticks={ticks} y={1} />
        </svg>
      </div>
      <p className="mt-2 text-caption text-quiet">
        {label}
        {help && `, ${help}`}
      </p>
    </>
  );
}
