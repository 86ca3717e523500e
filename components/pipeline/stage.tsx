import type { ReactNode } from "react";

interface StageProps {
  title: string;
  /** What it is for. */
  does: string;
  /** Whether somebody should look. */
  bad?: boolean;
  children: ReactNode;
}

/** A stage: a ring on the line, what it is, and its state. */
export function Stage({ title, does, bad = false, children }: StageProps) {
  return (
    <li className="relative pb-10 pl-7 before:absolute before:top-3 before:-bottom-3 before:left-0 before:border-l before:border-edge last:pb-0 last:before:hidden sm:pl-10">
      <svg aria-hidden="true" width="19" height="19" className="absolute top-1 -left-[9px] overflow-visible">
        <circle
          cx="9.5"
          cy="9.5"
          r="7"
          className={`fill-paper ${bad ? "stroke-rust" : "stroke-accent"}`}
          strokeWidth="2.5"
        />
        {bad && <circle cx="9.5" cy="9.5" r="3" className="fill-rust" />}
      </svg>
      <h2 className="font-medium">{title}</h2>
      <p className="text-small text-quiet">{does}</p>
      <div className="mt-2 max-w-[46rem]">{children}</div>
    </li>
  );
}
