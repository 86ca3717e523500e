import { BEFORE, placeLabel } from "@/components/chart/axis";
import { CHARACTER } from "@/components/chart/end-labels";
import { useWords } from "@/components/language/use-words";
import { lowToHigh } from "@/components/low-to-high";
import { extent, sort } from "d3-array";
import { drawingScale } from "@/components/chart/scale";
import { useLocale } from "#locale";
import { SIMILAR_WORDS } from "./words";

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
  const words = useWords(SIMILAR_WORDS);
  const locale = useLocale();
  const ends = interval ? [interval.low, interval.high] : [];
  const [least = estimate, most = estimate] = extent([...prices, estimate, ...ends]);
  const x = drawingScale([least, most === least ? least + 1 : most], [2, 98]);
  const at = (value: number) => `${x(value)}%`;
  const ascending = sort(prices);
  const own = interval
    ? words.ownRange(lowToHigh(locale, write(interval.low, step), write(interval.high, step)))
    : words.own(write(estimate, step));
  const label = words.chart(ascending.map((price) => write(price)).join(", "), own);

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

/** The labels of the two ends of a range, the upper one on a line of its own where they would meet; or of one value. */
function Ends({ values, x, write, up = false }: EndsProps) {
  const [low, high] = values.map((value) => placeLabel({ at: x(value), text: write(value) }));
  const [first, last] = values.map((value) => write(value)) as [string, string];
  const end = low!.x + CHARACTER * first.length * (1 - BEFORE[low!.anchor]);
  const start = high!.x - CHARACTER * last.length * BEFORE[high!.anchor];
  const places = first === last ? [low!] : [low!, high!];
  return places.map(({ x, anchor }, index) => {
    const line = index > 0 && start < end + CHARACTER ? LINE : 0;
    return (
      <text
        key={index}
        x={`${x}%`}
        y={up ? GROUND - 16 - line : GROUND + 26 + line}
        textAnchor={anchor}
        className={up ? "fill-ink" : "fill-accent font-medium"}
      >
        {index === 0 ? first : last}
      </text>
    );
  });
}
