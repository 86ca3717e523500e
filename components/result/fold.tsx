import type { ReactNode } from "react";

interface FoldProps {
  title: string;
  /** What an address can point at, after its "#": browsers open the fold that has it. */
  anchor?: string;
  /** Whether print leaves it out. */
  screenOnly?: boolean;
  children: ReactNode;
}

/** A part that a person may open: its title is a line of a list. Print shows it open. */
export function Fold({ title, anchor, screenOnly = false, children }: FoldProps) {
  return (
    <details className={`fold border-t border-rule ${screenOnly ? "screen-only" : "open-in-print"}`}>
      <summary className="min-h-11 cursor-pointer py-2.5 hover:text-accent print:pt-3 print:pb-1">
        <h3 className="inline text-base font-medium">{title}</h3>
      </summary>
      <div id={anchor} className="scroll-mt-16 pb-8 print:pb-3">
        {children}
      </div>
    </details>
  );
}
