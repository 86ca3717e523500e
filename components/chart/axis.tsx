import { formatQuantity } from "@/lib/model/format";
import type { ScaleLinear } from "d3-scale";
import { CHARACTER } from "./end-labels";
import { GAP } from "./gutter";

/** A tick: where it stands in per cent of the width, and what it says. */
export interface Tick {
  at: number;
  text: string;
}

type Anchor = "start" | "middle" | "end";

/** The share of a label that lies before its place. */
const BEFORE: Record<Anchor, number> = { start: 0, middle: 0.5, end: 1 };

/** Where a label of a mark stands so that it stays inside the chart: over the mark, beside it, or against the edge. */
export function placeLabel({ at, text }: Tick): { x: number; anchor: Anchor } {
  const width = CHARACTER * text.length;
  if (at >= width / 2 && at <= 100 - width / 2) return { x: at, anchor: "middle" };
  if (at <= 50) return { x: Math.max(0, Math.min(at, 100 - width)), anchor: "start" };
  return { x: Math.min(100, Math.max(at, width)), anchor: "end" };
}

/** The ticks that have room for their label beside those before them. */
function withRoom(ticks: Tick[]): Map<Tick, ReturnType<typeof placeLabel>> {
  const labelled = new Map<Tick, ReturnType<typeof placeLabel>>();
  let free = -Infinity;
  for (const tick of ticks) {
    const width = CHARACTER * tick.text.length;
    const place = placeLabel(tick);
    const start = place.x - width * BEFORE[place.anchor];
    if (start < free) continue;
    labelled.set(tick, place);
    free = start + width + CHARACTER;
  }
  return labelled;
}

/** A few counts that a chart of counts has a line for. */
export function countTicks(y: ScaleLinear<number, number>): number[] {
  return y.ticks(2).filter((count) => count > 0 && Number.isInteger(count));
}

/** What stands in the gutter of a chart of counts. */
export function countLabels(y: ScaleLinear<number, number>, of: string): string[] {
  return [of, ...countTicks(y).map((count) => formatQuantity(count))];
}

/** A line across the chart at each of a few counts, with the count in the gutter; over the highest, what is counted. */
export function CountGrid({ y, of }: { y: ScaleLinear<number, number>; of: string }) {
  const counts = countTicks(y);
  const highest = counts.at(-1);
  return (
    <>
      {counts.map((count) => (
        <g key={count}>
          <line x2="100%" y1={y(count)} y2={y(count)} className="stroke-rule" />
          <text x={-GAP} y={y(count) + 4} textAnchor="end" className="fill-quiet">
            {formatQuantity(count)}
          </text>
        </g>
      ))}
      {highest !== undefined && (
        <text x={-GAP} y={y(highest) - 14} textAnchor="end" className="fill-quiet">
          {of}
        </text>
      )}
    </>
  );
}

/** The line a chart stands on, with its ticks. */
export function GroundAxis({ ticks, y }: { ticks: Tick[]; y: number }) {
  const labelled = withRoom(ticks);
  return (
    <>
      <line x2="100%" y1={y} y2={y} className="stroke-ink" />
      {ticks.map((tick) => {
        const place = labelled.get(tick);
        return (
          <g key={tick.at}>
            <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1={y} y2={y + 5} className="stroke-ink" />
            {place && (
              <text x={`${place.x}%`} y={y + 20} textAnchor={place.anchor} className="fill-quiet">
                {tick.text}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
