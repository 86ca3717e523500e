import type { ReactNode } from "react";

/** How wide the marks have room where they have the least: beside labels and figures, just before those move above. */
export const NARROWEST_TRACK = 210;

/**
 * Rows that share an axis. Labels and figures are text of the page, in columns of their own beside the marks, so they
 * wrap where there is little room and never stand over a mark; screen readers read them as a list.
 */
export function Tracks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="@container mt-6">
      <ul
        role="list"
        aria-label={label}
        className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-small @2xl:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto] @2xl:gap-x-5"
      >
        {children}
      </ul>
    </div>
  );
}

interface TrackProps {
  label: ReactNode;
  /** At the right end. */
  figure: ReactNode;
  /** The marks, as SVG: across in per cent, and up and down from the middle of the row. */
  children: ReactNode;
  /** What runs from row to row, behind the marks: down in per cent of the row. */
  behind?: ReactNode;
}

/** A row: its label, its marks, its figure. Where there is little room the marks run below the text, over the whole width. */
export function Track({ label, figure, children, behind }: TrackProps) {
  return (
    <li className="col-span-full grid break-inside-avoid grid-cols-subgrid">
      <span className="pt-1.5 @2xl:self-center @2xl:py-1.5">{label}</span>
      <TrackCell>
        {behind}
        <svg y="50%">{children}</svg>
      </TrackCell>
      <span className="pt-1.5 text-right @2xl:max-w-[12rem] @min-[46rem]:max-w-[15rem] @2xl:self-center @2xl:py-1.5">
        {figure}
      </span>
    </li>
  );
}

/** Where the marks of a row stand. */
function TrackCell({ children }: { children: ReactNode }) {
  return (
    <span className="relative order-last col-span-2 h-6 @2xl:order-none @2xl:col-span-1 @2xl:h-auto">
      <svg aria-hidden="true" className="chart absolute inset-0 size-full">
        {children}
      </svg>
    </span>
  );
}

/** What belongs to the column of the marks alone: the axis below it, or the name of a line above it. */
export function TrackEnd({ height, children }: { height: number; children: ReactNode }) {
  return (
    <li aria-hidden="true" className="col-span-2 text-caption @2xl:col-span-1 @2xl:col-start-2">
      <svg width="100%" height={height} className="chart block">
        {children}
      </svg>
    </li>
  );
}
