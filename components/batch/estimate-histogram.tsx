import type { Histogram } from "./distribution";
import { countLabels, CountGrid, GroundAxis, placeLabel } from "@/components/chart/axis";
import { besideGutter, WithGutter } from "@/components/chart/gutter";
import { max, tickStep } from "d3-array";
import { drawingScale } from "@/components/chart/scale";

interface EstimateHistogramProps {
  histogram: Histogram;
  /** The middle half. */
  low: number;
  median: number;
  high: number;
  /** A value as text, rounded to a step. */
  write: (value: number, step?: number) => string;
  label: string;
  /** What the bars count. */
  rows: string;
}

const TOP = 40;
const GROUND = 200;
const HEIGHT = 228;

/** Bars of counts with the middle half in colour; across, everything is in per cent of the width. */
export function EstimateHistogram({
  histogram: { edges, counts },
  low,
  median,
  high,
  write,
  label,
  rows,
}: EstimateHistogramProps) {
  const x = drawingScale([edges[0]!, edges.at(-1)!], [0, 100]);
  const y = drawingScale([0, max(counts) ?? 1], [GROUND, TOP]).nice(2);
  const between = tickStep(x.domain()[0]!, x.domain()[1]!, 5);
  const counted = countLabels(y, rows);
  const narrowest = besideGutter(counted);
  const named = placeLabel({ at: x(median), text: write(median) }, narrowest);
  return (
    <WithGutter labels={counted}>
      <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="chart">
        <CountGrid y={y} of={rows} />
        <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT}>
          <clipPath id="middle-half">
            <rect x={x(low)} width={Math.max(0, x(high) - x(low))} height={GROUND} />
          </clipPath>
          {["fill-bar", "fill-tint"].map((fill, layer) => (
            <g key={fill} className={fill} clipPath={layer === 1 ? "url(#middle-half)" : undefined}>
              {counts.map((count, bin) => (
                <rect
                  key={edges[bin]}
                  x={x(edges[bin]!)}
                  width={x(edges[bin + 1]!) - x(edges[bin]!)}
                  y={y(count)}
                  height={GROUND - y(count)}
                />
              ))}
            </g>
          ))}
        </svg>
        <line
          x1={`${x(median)}%`}
          x2={`${x(median)}%`}
          y1={TOP - 20}
          y2={GROUND}
          className="stroke-accent"
          strokeWidth="1.5"
        />
        <text x={`${named.x}%`} y={TOP - 27} textAnchor={named.anchor} className="fill-accent font-medium">
          {write(median)}
        </text>
        <GroundAxis
          narrowest={narrowest}
          grows
          y={GROUND}
          ticks={x.ticks(5).map((value) => ({ at: x(value), text: write(value, between) }))}
        />
      </svg>
    </WithGutter>
  );
}
