import { placeLabel } from "@/components/chart/axis";
import { placeEnds } from "@/components/chart/end-labels";
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
/** Two lines of labels have room above the axis. */
const GROUND = 52;

/** Real outcomes as marks on the axis, the lowest and the highest labelled; the range of the estimate as a bar on it. */
export function ComparablesChart({ prices, interval, estimate, write, step }: ComparablesChartProps) {
  const ends = interval ? [interval.low, interval.high] : [];
  const [least = estimate, most = estimate] = extent([...prices, estimate, ...ends]);
  const x = scaleLinear([least, most === least ? least + 1 : most], [2, 98]);
  const at = (value: number) => `${x(value)}%`;
  const ascending = sort(prices);
  const own = interval
    ? `the range of this estimate is ${ends.map((end) => write(end, step)).join(" to ")}`
    : `this estimate is ${write(estimate, step)}`;
  const label = `The rows were ${ascending.map((price) => write(price)).join(", ")}; ${own}.`;

  return (
    <svg role="img" aria-label={label} width="100%" height={GROUND + 52} className="chart mt-6 text-caption">
      <line x2="100%" y1={GROUND} y2={GROUND} className="stroke-rule" />
      {interval && (
        <line
          x1={at(interval.low)}
          x2={at(interval.high)}
          y1={GROUND}
          y2={GROUND}
          className="stroke-accent"
          strokeWidth="5"
        />
      )}
      {ascending.map((price, index) => (
        <circle key={index} cx={at(price)} cy={GROUND} r="4.5" className="fill-ink stroke-paper" strokeWidth="1.5" />
      ))}
      <circle cx={at(estimate)} cy={GROUND} r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
      <Ends values={[ascending[0] ?? estimate, ascending.at(-1) ?? estimate]} x={x} write={write} up />
      {interval && <Ends values={[interval.low, interval.high]} x={x} write={(value) => write(value, step)} />}
    </svg>
  );
}

interface EndsProps {
  values: [number, number];
  x: (value: number) => number;
  write: (value: number) => string;
  /** Above the axis, for the real outcomes; below it otherwise. */
  up?: boolean;
}

/** The labels of the two ends of a range, or of the one value that it is. */
function Ends({ values: [low, high], x, write, up = false }: EndsProps) {
  const texts: [string, string] = [write(low), write(high)];
  const places =
    texts[0] === texts[1]
      ? [{ ...placeLabel({ at: x(low), text: texts[0] }), line: 0 }]
      : placeEnds(x(low), x(high), texts);
  return places.map(({ x, anchor, line }, index) => (
    <text
      key={index}
      x={`${x}%`}
      y={up ? GROUND - 16 - LINE * line : GROUND + 26 + LINE * line}
      textAnchor={anchor}
      className={up ? "fill-ink" : "fill-accent font-medium"}
    >
      {texts[index]}
    </text>
  ));
}
