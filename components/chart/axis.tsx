import { useWriter } from "@/components/language/use-writer";
import { formatQuantity } from "@/lib/model/format";
import type { ScaleLinear } from "d3-scale";
import { CHARACTER, NARROWEST } from "./end-labels";
import { GAP } from "./gutter";

/** A tick: where it stands in per cent of the width, and what it says. */
export interface Tick {
  at: number;
  text: string;
}

type Anchor = "start" | "middle" | "end";

/** The share of a label that lies before its place. */
export const BEFORE: Record<Anchor, number> = { start: 0, middle: 0.5, end: 1 };

/** What a label takes in per cent of a chart that is at least so many pixels wide. */
const widthOf = (text: string, narrowest: number) => (CHARACTER * text.length * NARROWEST) / narrowest;

/** Where a label of a mark stands so that it stays inside the chart: over the mark, beside it, or against the edge. */
export function placeLabel({ at, text }: Tick, narrowest = NARROWEST): { x: number; anchor: Anchor } {
  const width = widthOf(text, narrowest);
  if (at >= width / 2 && at <= 100 - width / 2) return { x: at, anchor: "middle" };
  if (at <= 50) return { x: Math.max(0, Math.min(at, 100 - width)), anchor: "start" };
  return { x: Math.min(100, Math.max(at, width)), anchor: "end" };
}

interface Labelled {
  x: number;
  anchor: Anchor;
  /** Whether it has room only where the chart is wide. */
  wide: boolean;
}

/**
 * The ticks whose labels have room beside the others: as many as can be at equal steps, so that a label that is missing
 * is no gap. Labels that are known stay.
 */
function withRoom(ticks: Tick[], narrowest: number, known = new Map<Tick, Labelled>()): Map<Tick, Labelled> {
  const candidates = ticks.flatMap((_, index) => {
    const step = index + 1;
    return ticks
      .slice(0, step)
      .map((_, start) => ticks.filter((tick, at) => (at >= start && (at - start) % step === 0) || known.has(tick)));
  });
  const even = candidates
    .map((some) => fitIn(some, narrowest, known))
    .filter((labelled) => areEven(ticks.flatMap((tick, index) => (labelled.has(tick) ? index : []))));
  return even.reduce((most, each) => (each.size > most.size ? each : most), known);
}

/** Whether each of the indices is as far from the next. */
function areEven(indices: number[]): boolean {
  const [first = 0, second = 0] = indices;
  return indices.every((index, place) => index === first + place * (second - first));
}

/** The ticks whose labels have room beside those before them, in a chart that is at least so many pixels wide. */
function fitIn(ticks: Tick[], narrowest: number, known = new Map<Tick, Labelled>()): Map<Tick, Labelled> {
  const spanOf = ({ text }: Tick, { x, anchor }: Labelled): [number, number] => {
    const start = x - widthOf(text, narrowest) * BEFORE[anchor];
    return [start, start + widthOf(`${text} `, narrowest)];
  };
  const labelled = new Map(known);
  for (const tick of ticks) {
    if (known.has(tick)) continue;
    const place = { ...placeLabel(tick, narrowest), wide: known.size > 0 };
    const [start, end] = spanOf(tick, place);
    const isFree = [...labelled].every(([other, at]) => {
      const [from, to] = spanOf(other, at);
      return to <= start || end <= from;
    });
    if (isFree) labelled.set(tick, place);
  }
  return labelled;
}

/** A few counts that a chart of counts has a line for. */
export function countTicks(y: ScaleLinear<number, number>): number[] {
  return y.ticks(2).filter((count) => count > 0 && Number.isInteger(count));
}

/** The labels in the gutter of a chart of counts, of which only the width matters: it is the same in every language. */
export function countLabels(y: ScaleLinear<number, number>, of: string): string[] {
  return [of, ...countTicks(y).map((count) => formatQuantity(count))];
}

/** A line across the chart at each of a few counts, with the count in the gutter; over the highest, what is counted. */
export function CountGrid({ y, of }: { y: ScaleLinear<number, number>; of: string }) {
  const { quantity } = useWriter();
  const counts = countTicks(y);
  const highest = counts.at(-1);
  return (
    <>
      {counts.map((count) => (
        <g key={count}>
          <line x2="100%" y1={y(count)} y2={y(count)} className="stroke-rule" />
          <text x={-GAP} y={y(count) + 4} textAnchor="end" className="fill-quiet">
            {quantity(count)}
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

interface GroundAxisProps {
  ticks: Tick[];
  y: number;
  /** How wide the chart is where it has the least room, in pixels. */
  narrowest?: number;
  /** Whether more labels come where it is wide: it stands in a container (see `WithGutter`). */
  grows?: boolean;
}

/** From this width on, in pixels, an axis has more labels. */
export const WIDE = 480;

/** The line a chart stands on, with its ticks. */
export function GroundAxis({ ticks, y, narrowest = NARROWEST, grows = false }: GroundAxisProps) {
  const always = withRoom(ticks, narrowest);
  const labelled = grows ? withRoom(ticks, WIDE, always) : always;
  return (
    <>
      <line x2="100%" y1={y} y2={y} className="stroke-ink" />
      {ticks.map((tick) => {
        const place = labelled.get(tick);
        return (
          <g key={tick.at}>
            <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1={y} y2={y + 5} className="stroke-ink" />
            {place && (
              <text
                x={`${place.x}%`}
                y={y + 20}
                textAnchor={place.anchor}
                className={`fill-quiet ${place.wide ? "hidden @min-[480px]:inline" : ""}`}
              >
                {tick.text}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
