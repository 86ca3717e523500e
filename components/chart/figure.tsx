import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import type { ReactNode } from "react";
import { CHART_WORDS } from "./words";

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

/** A chart between the sentence that says what to see and the table of its numbers. */
export function Figure({ caption, children, axes, numbers }: FigureProps) {
  const words = useWords(CHART_WORDS);
  return (
    <figure>
      <figcaption className="max-w-[38rem]">{caption}</figcaption>
      {children}
      {axes && <p className="mt-3 text-caption text-quiet">{axes}</p>}
      <Disclosure summary={words.asTable} className="screen-only mt-4 text-small">
        {numbers}
      </Disclosure>
    </figure>
  );
}
