import type { ReactNode } from "react";

interface FigureProps {
  /** What to see. */
  caption: ReactNode;
  /** The chart. */
  children: ReactNode;
  /** What runs across and what runs up, with units. */
  axes?: ReactNode;
  /** The numbers of the chart, as a table. */
  numbers: ReactNode;
}

/** A chart under the sentence that says what to see, over its numbers. */
export function Figure({ caption, children, axes, numbers }: FigureProps) {
  return (
    <figure>
      <figcaption className="max-w-[38rem]">{caption}</figcaption>
      {children}
      {axes && <p className="mt-3 text-caption text-quiet">{axes}</p>}
      <details className="screen-only mt-4 text-small">
        <summary className="link min-h-11 w-fit cursor-pointer py-2.5">The numbers as a table</summary>
        {numbers}
      </details>
    </figure>
  );
}
