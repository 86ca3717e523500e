import type { ReactNode } from "react";

interface DocsSectionProps {
  /** What the contents and other pages point at, after "#". */
  anchor: string;
  title: ReactNode;
  children: ReactNode;
}

/** A part of the reference under its own head; the contents stand beside it. */
export function DocsSection({ anchor, title, children }: DocsSectionProps) {
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      className="max-w-[46rem] scroll-mt-4 border-t border-rule py-8 lg:py-12"
    >
      <h2 id={`${anchor}-title`} className="mb-4 text-head">
        {title}
      </h2>
      {children}
    </section>
  );
}
