import type { ReactNode } from "react";

/** How far the labels of a gutter stand from the chart. */
export const GAP = 10;

/** A chart with a gutter on its left, as wide as the widest of the labels that stand there (at `x={-GAP}`). */
export function WithGutter({ labels, children }: { labels: string[]; children: ReactNode }) {
  const widest = labels.reduce((a, b) => (b.length > a.length ? b : a), "");
  return (
    <div className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] text-caption">
      <span data-text={widest} className="invisible h-0 pr-2.5 tabular-nums before:content-[attr(data-text)]" />
      {children}
    </div>
  );
}
