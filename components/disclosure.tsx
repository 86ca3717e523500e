import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  className?: string;
}

/** A part that opens on demand, below its summary. */
export function Disclosure({ summary, children, open, className }: DisclosureProps) {
  return (
    <details open={open} className={className}>
      <summary className="link min-h-11 w-fit cursor-pointer py-2.5 text-small">{summary}</summary>
      {children}
    </details>
  );
}
