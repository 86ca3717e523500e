import { CHARACTER, placeEnds } from "@/components/chart/end-labels";
import { extent, sort } from "d3-array";
import { scaleLinear } from "d3-scale";

interface ComparablesChartProps {
  prices: number[];
  /** Null where the estimate has no range. */
  interval: { low: number; high: number } | null;
  estimate: number;
  write: (value: number, step?: number) => string;
  step: number;
}

/** How high a line of labels is. */
const LINE = 20;

/** The line of labels on which each one has room, from the axis up; positions ascend. */
function stackLabels(positions: number[], width: number): number[] {
  const ends: number[] = [];
  return positions.map((position) => {
    const free = ends.findIndex((end) => end <= position - width);
    const line = free < 0 ? ends.length : free;
    ends[line] = position;
    return line;
  });
}

/** Real outcomes as marks above the axis, the range of the estimate as a bar on it. */
export function ComparablesChart({ prices, interval, estimate, write, step }: ComparablesChartProps) {
  const ends = interval ? [interval.low, interval.high] : [];
  const [least = estimate, most = estimate] = extent([...prices, estimate, ...ends]);
  const x = scaleLinear([least, most === least ? least + 1 : most], [8, 92]);
  const at = (value: number) => `${x(value)}%`;
  const ascending = sort(prices);
  const widest = Math.max(...ascending.map((price) => write(price).length));
  const lines = stackLabels(
    ascending.map((price) => x(price)),
    CHARACTER * (widest + 1),
  );
  const ground = 30 + LINE * (Math.max(...lines) + 1);
  const own = interval
    ? `the range of this estimate is ${ends.map((end) => write(end, step)).join(" to ")}`
    : `this estimate is ${write(estimate, step)}`;
  const label = `The rows were ${ascending.map((price) => write(price)).join(", ")}; ${own}.`;

  return (
    <svg role="img" aria-label={label} width="100%" height={ground + 40} className="chart mt-6 text-caption">
      <line x2="100%" y1={ground} y2={ground} className="stroke-rule" />
      {interval && (
        <line
          x1={at(interval.low)}
          x2={at(interval.high)}
          y1={ground}
          y2={ground}
          className="stroke-accent"
          strokeWidth="5"
        />
      )}
      {ascending.map((price, index) => {
        const top = ground - 24 - LINE * lines[index]!;
        return (
          <g key={index}>
            <line x1={at(price)} x2={at(price)} y1={top + 5} y2={ground} className="stroke-edge" />
            <circle cx={at(price)} cy={ground} r="4.5" className="fill-ink stroke-paper" strokeWidth="1.5" />
            <text x={at(price)} y={top} textAnchor="middle" className="fill-ink">
              {write(price)}
            </text>
          </g>
        );
      })}
      <circle cx={at(estimate)} cy={ground} r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
      {interval &&
        placeEnds(x(interval.low), x(interval.high), [write(interval.low, step), write(interval.high, step)]).map(
          ({ x, anchor, line }, index) => (
            <text
              key={index}
              x={`${x}%`}
              y={ground + 26 + LINE * line}
              textAnchor={anchor}
              className="fill-accent font-medium"
            >
              {write(index === 0 ? interval.low : interval.high, step)}
            </text>
          ),
        )}
    </svg>
  );
}
