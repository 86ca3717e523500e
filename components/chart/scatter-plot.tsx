import { useWords } from "@/components/language/use-words";
import { extent } from "d3-array";
import { drawingScale } from "@/components/chart/scale";
import { line } from "d3-shape";
import { GroundAxis } from "./axis";
import { isDiscrete, type Bin, type Point } from "./bins";
import { dotsPath } from "./dots-path";
import { besideGutter, GAP, WithGutter } from "./gutter";
import { CHART_WORDS } from "./words";

export interface ScatterPlotProps {
  points: Point[];
  /** The dots summed up; the line goes through their medians. */
  bins: Bin[];
  /** Rows may be forbidden to be shown: then only what sums them up is. */
  dots: boolean;
  /** Where a dot without error lies. */
  perfect: "zero" | "diagonal";
  perfectText?: string;
  writeX: (value: number) => string;
  writeY: (value: number) => string;
  /** Ticks at these values across, instead of round ones. */
  ticksX?: number[];
  height?: number;
  /** Where it shares an axis with others. */
  domainY?: [number, number];
  label: string;
}

const TOP = 8;
/** So far apart are the lines that run across. */
const GRID = 55;
/** What follows the golden ratio never bunches up. */
const GOLDEN = 0.618034;

/** Spread dots of the same value sideways, up to a third of the way to the next one, so that each can be seen. */
function spreadOut(points: Point[]): Point[] {
  const values = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b);
  const gap = Math.min(...values.slice(1).map((value, index) => value - values[index]!));
  return Number.isFinite(gap)
    ? points.map(([x, y], index) => [x + (((index * GOLDEN) % 1) - 0.5) * 0.6 * gap, y])
    : points;
}

/**
 * Dots with the line through their middle. Across, in per cent of the width: dots are strokes of no length, which
 * stay round however the width is stretched.
 */
export function ScatterPlot(props: ScatterPlotProps) {
  const { points, bins, dots, perfect, perfectText, writeX, writeY, ticksX, height = 320, domainY, label } = props;
  const ground = height - 30;
  const shown = isDiscrete(points.map(([x]) => x)) ? spreadOut(points) : points;
  const bounds = dots
    ? shown
    : bins.flatMap(({ from, to, low, high }): Point[] => [
        [from, low],
        [to, high],
      ]);
  const [left = 0, right = 1] = extent(bounds, ([x]) => x);
  const [bottom = 0, top = 1] = domainY ?? extent(bounds, ([, y]) => y);
  const both = perfect === "diagonal" ? [Math.min(left, bottom), Math.max(right, top)] : null;
  const x = drawingScale(both ?? [left, right], [2, 98]);
  const y = drawingScale(both ?? [Math.min(bottom, 0), Math.max(top, 0)], [ground - 8, TOP]);
  const middle = (bin: Bin): [number, number] => [x(bin.at), y(bin.median)];
  // What runs along zero has its own line and says so.
  const grid = y.ticks(both ? 4 : height / GRID).filter((value) => both || value !== 0);
  const labels = grid.map((value) => writeY(value));
  const width = points.length > 120 ? 3.5 : points.length > 30 ? 5 : 8;

  return (
    <>
      {perfectText && <Legend perfect={perfectText} binned={bins.length > 0} />}
      <WithGutter labels={labels}>
        <svg role="img" aria-label={label} height={height} className="chart w-full">
          {grid.map((value) => (
            <line key={value} x2="100%" y1={y(value)} y2={y(value)} className="stroke-rule" />
          ))}
          <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height} fill="none">
            {dots && (
              <path
                d={dotsPath(shown.map(([a, b]) => [x(a), y(b)]))}
                className={points.length > 120 ? "stroke-edge opacity-70" : "stroke-accent"}
                strokeWidth={width}
                strokeLinecap="round"
                vectorEffect="non-scaling-stroke"
              />
            )}
            <path
              d={both ? `M${x(both[0]!)} ${y(both[0]!)}L${x(both[1]!)} ${y(both[1]!)}` : `M0 ${y(0)}H100`}
              className="stroke-ink"
              strokeWidth="1"
              vectorEffect="non-scaling-stroke"
            />
            {bins.map((bin) => (
              <path
                key={bin.from}
                d={`M${middle(bin)[0]} ${y(bin.low)}V${y(bin.high)}`}
                className="stroke-accent"
                strokeWidth="1.5"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            <path
              d={line()(bins.map(middle)) ?? ""}
              className="stroke-accent"
              strokeWidth="2.5"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          {grid.map((value) => (
            <text key={value} x={-GAP} y={y(value) + 4} textAnchor="end" className="fill-quiet">
              {writeY(value)}
            </text>
          ))}
          <GroundAxis
            narrowest={besideGutter(labels)}
            grows
            y={ground}
            ticks={(ticksX ?? x.ticks(4)).map((value) => ({ at: x(value), text: writeX(value) }))}
          />
        </svg>
      </WithGutter>
    </>
  );
}

/** What the lines are, above the dots, as there is no place among them that is always free. */
function Legend({ perfect, binned }: { perfect: string; binned: boolean }) {
  const words = useWords(CHART_WORDS);
  const line = (className: string) => (
    <svg aria-hidden="true" width="24" height="8" className="mr-2 inline-block">
      <line x2="24" y1="4" y2="4" className={className} />
    </svg>
  );
  return (
    <p className="mt-6 -mb-3 flex flex-wrap gap-x-6 text-caption">
      <span>
        {line("stroke-ink")}
        {perfect}
      </span>
      {binned && (
        <span className="text-accent">
          {line("stroke-accent stroke-[2.5px]")}
          {words.medianLegend}
        </span>
      )}
    </p>
  );
}
