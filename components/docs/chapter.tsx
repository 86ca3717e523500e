import { useId, type ReactNode } from "react";

/** A long part of a page: its head on the left stays in sight while one reads what stands on the right. */
export function Chapter({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="spread border-t border-rule py-10 lg:py-14">
      <h2 id={id} className="text-base font-medium lg:sticky lg:top-8 lg:self-start">
        {title}
      </h2>
      <div className="max-w-[46rem] min-w-0">{children}</div>
    </section>
  );
}
