import type { ReactNode } from "react";
import { CHARACTER, NARROWEST } from "./end-labels";

/** How far the labels of a gutter stand from the chart. */
export const GAP = 10;
const NARROWEST_PANEL = 255;

/** How wide a chart beside a gutter is where it has the least room, as a panel beside another one has. */
export function besideGutter(labels: string[]): number {
  const longest = Math.max(...labels.map(({ length }) => length), 0);
  return Math.max(60, NARROWEST_PANEL - GAP - (CHARACTER / 100) * NARROWEST * longest);
}

/** A chart with a gutter on its left, as wide as the widest of the labels that stand there (at `x={-GAP}`). */
export function WithGutter({ labels, children }: { labels: string[]; children: ReactNode }) {
  const widest = labels.reduce((a, b) => (b.length > a.length ? b : a), "");
  return (
    <div className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] text-caption">
      <span data-text={widest} className="invisible h-0 pr-2.5 tabular-nums before:content-[attr(data-text)]" />
      <div className="@container min-w-0">{children}</div>
    </div>
  );
}
