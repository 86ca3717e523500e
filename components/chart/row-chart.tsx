import { drawingScale } from "@/components/chart/scale";
import { GroundAxis, placeLabel } from "./axis";
import { NARROWEST_TRACK, Track, TrackEnd, Tracks } from "./tracks";

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

/** Figures that share an axis, one below the other; across, in per cent of the width. */
export function RowChart({ rows, domain, ticks, reference, write, label }: RowChartProps) {
  const x = drawingScale(domain, [1, 99]);
  const at = (value: number) => `${x(value)}%`;
  const named = reference && placeLabel({ at: x(reference.at), text: reference.text }, NARROWEST_TRACK);
  return (
    <Tracks label={label}>
      {reference && named && (
        <TrackEnd height={20}>
          <text x={`${named.x}%`} y="13" textAnchor={named.anchor} className="fill-quiet">
            {reference.text}
          </text>
        </TrackEnd>
      )}
      {rows.map(({ key, label, detail, figure, compared, band, interval, marks, rust }) => {
        const stroke = rust ? "stroke-rust" : "stroke-accent";
        return (
          <Track
            key={key}
            label={
              <>
                {label}
                {detail && <span className="text-quiet">{` ${detail}`}</span>}
              </>
            }
            figure={
              <span className={rust ? "text-rust" : undefined}>
                {compared && <span className="text-quiet">{`${compared} `}</span>}
                {/* Where there is little room, the line ends before the figure. */}
                {compared ? <span className="inline-block">{figure}</span> : figure}
              </span>
            }
            behind={reference && <line x1={at(reference.at)} x2={at(reference.at)} y2="100%" className="stroke-edge" />}
          >
            <line x2="100%" className="stroke-rule" />
            {band && <line x1={at(band[0])} x2={at(band[1])} className="stroke-tint" strokeWidth="10" />}
            {interval && <line x1={at(interval[0])} x2={at(interval[1])} className={stroke} strokeWidth="2" />}
            {marks.map(({ at: value, shape }) => (
              <MarkShape key={shape} at={at(value)} shape={shape} rust={rust} />
            ))}
          </Track>
        );
      })}
      <TrackEnd height={28}>
        <GroundAxis
          y={4}
          narrowest={NARROWEST_TRACK}
          ticks={ticks.map((value) => ({ at: x(value), text: write(value) }))}
        />
      </TrackEnd>
    </Tracks>
  );
}

function MarkShape({ at, shape, rust = false }: { at: string; shape: Mark["shape"]; rust?: boolean }) {
  if (shape === "upright") {
    return <line x1={at} x2={at} y1="-8" y2="8" className="stroke-ink" strokeWidth="1.5" />;
  }
  if (shape === "filled") return <circle cx={at} r="4.5" className={rust ? "fill-rust" : "fill-accent"} />;
  const stroke = shape === "compared" ? "stroke-ink" : rust ? "stroke-rust" : "stroke-accent";
  return <circle cx={at} r="5" className={`fill-paper ${stroke}`} strokeWidth="1.5" />;
}
