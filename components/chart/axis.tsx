import { CHARACTER } from "./end-labels";
import { formatQuantity } from "@/lib/model/format";
import type { ScaleLinear } from "d3-scale";

/** A tick: where it stands in per cent of the width, and what it says. */
export interface Tick {
  at: number;
  text: string;
}

/** Which way a label runs from its place, so that it stays inside the chart. */
export function anchor(at: number, margin: number): "start" | "middle" | "end" {
  return at < margin ? "start" : at > 100 - margin ? "end" : "middle";
}

/** From which distance to an end of the chart labels no longer stand in the middle of their tick, in per cent. */
const MARGIN = 8;
/** The share of a label that lies before its tick. */
const BEFORE = { start: 0, middle: 0.5, end: 1 };

/** The ticks that have room for their label beside those before them. */
function withRoom(ticks: Tick[]): Set<Tick> {
  const labelled = new Set<Tick>();
  let free = -Infinity;
  for (const tick of ticks) {
    const width = CHARACTER * tick.text.length;
    const start = tick.at - width * BEFORE[anchor(tick.at, MARGIN)];
    if (start < free) continue;
    labelled.add(tick);
    free = start + width + CHARACTER;
  }
  return labelled;
}

/** A line across the chart at each of a few counts; the highest says what is counted. */
export function CountGrid({ y, of }: { y: ScaleLinear<number, number>; of: string }) {
  const counts = y.ticks(2).filter((count) => count > 0 && Number.isInteger(count));
  return counts.map((count, index) => (
    <g key={count}>
      <line x2="100%" y1={y(count)} y2={y(count)} className="stroke-rule" />
      <text y={y(count) - 5} className="fill-quiet">
        {formatQuantity(count)} {index === counts.length - 1 && of}
      </text>
    </g>
  ));
}

/** The line a chart stands on, with its ticks. */
export function GroundAxis({ ticks, y }: { ticks: Tick[]; y: number }) {
  const labelled = withRoom(ticks);
  return (
    <>
      <line x2="100%" y1={y} y2={y} className="stroke-ink" />
      {ticks.map((tick) => (
        <g key={tick.at}>
          <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1={y} y2={y + 5} className="stroke-ink" />
          {labelled.has(tick) && (
            <text x={`${tick.at}%`} y={y + 20} textAnchor={anchor(tick.at, MARGIN)} className="fill-quiet">
              {tick.text}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
