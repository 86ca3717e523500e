import { scaleLinear } from "d3-scale";
import { GroundAxis } from "./axis";

/** A place on a row: filled where it counts, hollow where it may be nothing; what it is compared with is in ink. */
export interface Mark {
  at: number;
  shape: "filled" | "hollow" | "compared" | "upright";
}

export interface ChartRow {
  key: string;
  label: string;
  /** Beside the label, quiet. */
  detail?: string;
  /** At the right end. */
  figure: string;
  /** Before the figure, quiet. */
  compared?: string;
  /** A pale bar: where a mark may well lie. */
  band?: [number, number];
  /** A line: where the truth may well lie. */
  interval?: [number, number];
  marks: Mark[];
  /** Drawn in rust: lowers the estimate, or lies where it should not. */
  rust?: boolean;
}

interface RowChartProps {
  rows: ChartRow[];
  domain: [number, number];
  ticks: number[];
  /** A value that is marked on all rows, and what it is. */
  reference?: { at: number; text: string };
  write: (value: number) => string;
  label: string;
}

const ROW = 46;
/** From the top of a row to the middle of its marks. */
const MIDDLE = 30;
const HEAD = 26;

/** Figures that share an axis, one below the other; across, in per cent of the width. */
export function RowChart({ rows, domain, ticks, reference, write, label }: RowChartProps) {
  const x = scaleLinear(domain, [1, 99]);
  const at = (value: number) => `${x(value)}%`;
  const top = reference ? HEAD : 0;
  const ground = top + ROW * rows.length + 8;
  return (
    <svg role="img" aria-label={label} width="100%" height={ground + 26} className="chart mt-6 text-small">
      {reference && (
        <>
          <text
            x={at(reference.at)}
            y={HEAD - 12}
            textAnchor={x(reference.at) > 70 ? "end" : x(reference.at) < 30 ? "start" : "middle"}
            className="fill-quiet text-caption"
          >
            {reference.text}
          </text>
        </>
      )}
      {rows.map(({ key, label, detail, figure, compared, band, interval, marks, rust }, index) => {
        const middle = top + ROW * index + MIDDLE;
        const [stroke, fill] = rust ? ["stroke-rust", "fill-rust"] : ["stroke-accent", "fill-accent"];
        return (
          <g key={key}>
            <text y={middle - 13} className="fill-ink">
              {label}
              {detail && (
                <tspan dx="8" className="fill-quiet">
                  {detail}
                </tspan>
              )}
            </text>
            <text x="100%" y={middle - 13} textAnchor="end" className={rust ? "fill-rust" : "fill-ink"}>
              {compared && <tspan className="fill-quiet">{`${compared}\u2002`}</tspan>}
              {figure}
            </text>
            <line x2="100%" y1={middle} y2={middle} className="stroke-rule" />
            {reference && (
              <line
                x1={at(reference.at)}
                x2={at(reference.at)}
                y1={middle - 8}
                y2={middle + 8}
                className="stroke-edge"
              />
            )}
            {band && (
              <line
                x1={at(band[0])}
                x2={at(band[1])}
                y1={middle}
                y2={middle}
                className="stroke-tint"
                strokeWidth="10"
              />
            )}
            {interval && (
              <line
                x1={at(interval[0])}
                x2={at(interval[1])}
                y1={middle}
                y2={middle}
                className={stroke}
                strokeWidth="2"
              />
            )}
            {marks.map(({ at: value, shape }) =>
              shape === "upright" ? (
                <line
                  key={shape}
                  x1={at(value)}
                  x2={at(value)}
                  y1={middle - 8}
                  y2={middle + 8}
                  className="stroke-ink"
                  strokeWidth="1.5"
                />
              ) : (
                <circle
                  key={shape}
                  cx={at(value)}
                  cy={middle}
                  r={shape === "filled" ? 4.5 : 5}
                  className={shape === "filled" ? fill : `fill-paper ${shape === "compared" ? "stroke-ink" : stroke}`}
                  strokeWidth={shape === "filled" ? 0 : 1.5}
                />
              ),
            )}
          </g>
        );
      })}
      <g className="text-caption">
        <GroundAxis y={ground} ticks={ticks.map((value) => ({ at: x(value), text: write(value) }))} />
      </g>
    </svg>
  );
}
