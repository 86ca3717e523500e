import { Disclosure } from "@/components/disclosure";
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
      <Disclosure summary="The numbers as a table" className="screen-only mt-4 text-small">
        {numbers}
      </Disclosure>
    </figure>
  );
}
