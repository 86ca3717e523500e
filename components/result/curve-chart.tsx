import { useWords } from "@/components/language/use-words";
import { lowToHigh } from "@/components/low-to-high";
import { bareInWords, valueInWords } from "@/lib/model/inputs/words";
import type { Curve } from "@/lib/model/explain/curve";
import type { InputValue } from "@/lib/model/inputs/schema";
import { isMeasured, type SeenRange } from "@/lib/model/evidence";
import { encodeValue } from "@/lib/model/inputs/kinds";
import type { Input } from "@/lib/model/spec";
import { drawingScale } from "@/components/chart/scale";
import { greatest, least } from "d3-array";
import { area, line } from "d3-shape";
import { useLocale } from "#locale";
import { CURVE_WORDS } from "./words";

interface CurveChartProps {
  input: Input;
  curve: Curve;
  own: InputValue;
  /** What the rows have of the input; null where there are none. */
  range: SeenRange | null;
  /** Whether the estimates have a range. */
  banded: boolean;
  /** The values that all charts of the page have room for. */
  domain: [number, number];
  estimate: number;
  write: (value: number) => string;
}

const TOP = 8;
const GROUND = 112;
const HEIGHT = 120;
/** How many characters the narrowest panel has room for, with a gap between names. */
const NARROWEST = 17;
/** More levels than these have no names below the axis but the entered one. */
const MOST_NAMED = 3;
/** Decimals of a path across a width of 100. */
const DIGITS = 2;

type Point = Curve["points"][number] & { x: number };

/** Points along the axis, in per cent: numbers and dates to scale, answers and levels at equal distances. */
function place(input: Input, points: Curve["points"]): Point[] {
  if (isMeasured(input) && points.length > 0) {
    const codes = points.map(({ value }) => encodeValue(input, value));
    const [first = 0, last = 0] = [codes[0], codes.at(-1)];
    const x = drawingScale([first, last === first ? first + 1 : last], [0, 100]);
    return points.map((point, index) => ({ ...point, x: x(codes[index]!) }));
  }
  return points.map((point, index) => ({ ...point, x: (100 * (index + 0.5)) / points.length }));
}

/** The part of the axis that is in the data. */
function Known({ input, points, range }: { input: Input; points: Point[]; range: SeenRange }) {
  const known = points.filter(({ value }) => {
    if ("counts" in range) return range.counts[String(value)];
    const code = encodeValue(input, value);
    return code >= range.min && code <= range.max;
  });
  const ends = [known[0]?.x ?? 0, known.at(-1)?.x ?? 0];
  const margin = "counts" in range ? 8 : 0;
  return (
    <line
      x1={`${ends[0]! - margin}%`}
      x2={`${ends[1]! + margin}%`}
      y1={GROUND}
      y2={GROUND}
      strokeWidth="3"
      className="stroke-ink"
    />
  );
}

interface EstimatesProps {
  points: Point[];
  y: (value: number) => number;
  banded: boolean;
}

/** A line with its band, as wide as it is given; across, in per cent. */
function Line({ points, y, banded }: EstimatesProps) {
  const band = area<Point>()
    .x(({ x }) => x)
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .digits(DIGITS)(points);
  const estimates = line<Point>()
    .x(({ x }) => x)
    .y(({ estimate }) => y(estimate))
    .digits(DIGITS)(points);
  return (
    <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT}>
      {banded && <path d={band ?? ""} className="fill-tint" />}
      <path
        d={estimates ?? ""}
        fill="none"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
        className="stroke-accent"
      />
    </svg>
  );
}

function Levels({ points, y, banded }: EstimatesProps) {
  return points.map(({ x, value, estimate, low, high }) => (
    <g key={String(value)}>
      {banded && <line x1={`${x}%`} x2={`${x}%`} y1={y(low)} y2={y(high)} className="stroke-tint" strokeWidth="10" />}
      <circle cx={`${x}%`} cy={y(estimate)} r="3.5" className="fill-accent" />
    </g>
  ));
}

/** One input against the estimate; the ends of the line are labelled, and so are the ends of the axis. */
export function CurveChart({ input, curve, own, range, banded, domain, estimate, write }: CurveChartProps) {
  const words = useWords(CURVE_WORDS);
  const locale = useLocale();
  const points = place(input, curve.points);
  const y = drawingScale(domain, [GROUND - 6, TOP]);
  const [first, last] = [points[0], points.at(-1)];
  const mine = points.find(({ value }) => value === own);
  if (!first || !last || !mine) return null;
  const numeric = isMeasured(input);
  // Levels have no order of their own: theirs are the lowest and the highest estimate.
  const lowest = least(points, ({ estimate }) => estimate)!;
  const highest = greatest(points, ({ estimate }) => estimate)!;
  const ends = (numeric ? [first, last] : [lowest, highest]).map((end) =>
    words.at(write(end.estimate), valueInWords(input, end.value)),
  );
  return (
    <div className="min-w-0">
      <h4 className="text-small font-medium">{input.label}</h4>
      <p className="text-caption text-quiet">{lowToHigh(locale, write(lowest.estimate), write(highest.estimate))}</p>
      <svg
        role="img"
        aria-label={`${input.label}: ${ends.join(", ")}`}
        width="100%"
        height={HEIGHT}
        className="chart text-caption"
      >
        {numeric ? <Line points={points} y={y} banded={banded} /> : <Levels points={points} y={y} banded={banded} />}
        <line x2="100%" y1={y(estimate)} y2={y(estimate)} strokeDasharray="1 4" className="stroke-edge" />
        <line x2="100%" y1={GROUND} y2={GROUND} className="stroke-rule" />
        {range && <Known input={input} points={points} range={range} />}
        <line x1={`${mine.x}%`} x2={`${mine.x}%`} y1={y(estimate)} y2={GROUND + 5} className="stroke-accent" />
        <circle cx={`${mine.x}%`} cy={y(estimate)} r="5" className="fill-paper stroke-accent" strokeWidth="2.5" />
      </svg>
      <Ends input={input} points={points} mine={mine} />
    </div>
  );
}

/** What is below the axis: text of the page, so that long names wrap where a panel is narrow. */
function Ends({ input, points, mine }: { input: Input; points: Point[]; mine: Point }) {
  if (isMeasured(input)) {
    const [first, last] = [points[0]!, points.at(-1)!].map(({ value }) =>
      typeof value === "number" && value !== mine.value ? Number(value.toPrecision(4)) : value,
    );
    return (
      <p className="flex flex-wrap justify-between gap-x-3 text-caption text-quiet">
        <span>{bareInWords(input, first!)}</span>
        <span className="ml-auto">{valueInWords(input, last!)}</span>
      </p>
    );
  }
  const names = points.map(({ value }) => valueInWords(input, value));
  const room = Math.floor(NARROWEST / points.length);
  if (points.length <= MOST_NAMED && names.every((name) => name.length <= room)) {
    return (
      <p className="flex text-caption text-quiet">
        {names.map((name) => (
          <span key={name} className="flex-1 text-center">
            {name}
          </span>
        ))}
      </p>
    );
  }
  const side = mine.x < 34 ? "text-left" : mine.x > 66 ? "text-right" : "text-center";
  return <p className={`text-caption text-quiet ${side}`}>{valueInWords(input, mine.value)}</p>;
}
