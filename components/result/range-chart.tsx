import { useWords } from "@/components/language/use-words";
import { countLabels, CountGrid, GroundAxis, placeLabel, WIDE } from "@/components/chart/axis";
import { placeEnds } from "@/components/chart/end-labels";
import { besideGutter, WithGutter } from "@/components/chart/gutter";
import { max, tickStep } from "d3-array";
import { drawingScale } from "@/components/chart/scale";
import { area, curveStepAfter } from "d3-shape";
import { SURE_WORDS } from "./words";

interface RangeChartProps {
  histogram: { edges: number[]; counts: number[] };
  low: number;
  estimate: number;
  high: number;
  /** A value as text, rounded to the step of the report without one. */
  write: (value: number, step?: number) => string;
  /** What the chart says, for those who do not see it. */
  label: string;
}

const TOP = 40;
const GROUND = 190;
/** Below the ticks and their labels. */
const TICKS = 26;
const RANGE = 236;
const HEIGHT = 270;
const LINE = 18;

/**
 * A histogram with the estimate's range below it on the same axis.
 * Across, everything is in per cent of the width, so that the chart fits any screen and its text keeps its size.
 */
export function RangeChart({ histogram: { edges, counts }, low, estimate, high, write, label }: RangeChartProps) {
  const x = drawingScale([Math.min(edges[0]!, low), Math.max(edges.at(-1)!, high)], [0, 100]);
  const between = tickStep(x.domain()[0]!, x.domain()[1]!, 4);
  const y = drawingScale([0, max(counts) ?? 1], [GROUND, TOP]).nice(2);
  const at = (value: number) => `${x(value)}%`;

  // The curve steps at each edge; the last edge closes the last bar.
  const outline = area<number>()
    .x((_, index) => x(edges[index]!))
    .y0(GROUND)
    .y1(y)
    .curve(curveStepAfter)([...counts, counts.at(-1)!]);

  const words = useWords(SURE_WORDS);
  const counted = countLabels(y, words.counted);
  const narrowest = besideGutter(counted);
  const named = placeLabel({ at: x(estimate), text: write(estimate) }, narrowest);
  return (
    <WithGutter labels={counted}>
      <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="chart">
        <CountGrid y={y} of={words.counted} />
        <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT}>
          <clipPath id="inside-range">
            <rect x={x(low)} width={x(high) - x(low)} height={GROUND} />
          </clipPath>
          <path d={outline ?? ""} className="fill-bar" />
          <path d={outline ?? ""} className="fill-tint" clipPath="url(#inside-range)" />
        </svg>
        <GroundAxis
          narrowest={narrowest}
          grows
          y={GROUND}
          ticks={x.ticks(4).map((value) => ({ at: x(value), text: write(value, between) }))}
        />
        {/* The line of the estimate lets the labels of the axis pass. */}
        {[
          [TOP - 20, GROUND],
          [GROUND + TICKS, RANGE],
        ].map(([from, to]) => (
          <line
            key={from}
            x1={at(estimate)}
            x2={at(estimate)}
            y1={from}
            y2={to}
            className="stroke-accent"
            strokeWidth="1.5"
          />
        ))}

        <text x={`${named.x}%`} y={TOP - 27} textAnchor={named.anchor} className="fill-accent font-medium">
          {write(estimate)}
        </text>
        <line x1={at(low)} x2={at(high)} y1={RANGE} y2={RANGE} className="stroke-accent" strokeWidth="5" />
        <circle cx={at(estimate)} cy={RANGE} r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
        {(["narrow", "wide"] as const).map((size) => {
          const least = size === "wide" ? Math.max(WIDE, narrowest) : narrowest;
          const ends = placeEnds(x(low), x(high), [write(low), write(high)], least);
          return (
            <g key={size} className={size === "wide" ? "hidden @min-[480px]:inline" : "@min-[480px]:hidden"}>
              {ends.map(({ x, anchor, line }, index) => (
                <text
                  key={index}
                  x={`${x}%`}
                  y={RANGE + 26 + LINE * line}
                  textAnchor={anchor}
                  className="fill-ink font-medium"
                >
                  {write(index === 0 ? low : high)}
                </text>
              ))}
            </g>
          );
        })}
      </svg>
    </WithGutter>
  );
}
