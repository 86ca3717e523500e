import type { Model } from "@/lib/model/model";
import type { ReactNode } from "react";

interface ModelColumnsProps {
  models: Model[];
  /** A text beside the name of a model. */
  note?: (model: Model) => string | false;
  /** Columns of few words are side by side on a phone, too. */
  narrow?: boolean;
  children: (model: Model, index: number) => ReactNode;
}

/** A column for each model under its name; one below the other where there is no room. */
export function ModelColumns({ models, note, narrow = false, children }: ModelColumnsProps) {
  const columns = narrow
    ? "grid-cols-2 gap-x-6 sm:grid-cols-[repeat(auto-fit,minmax(12rem,1fr))] sm:gap-x-10"
    : "grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] gap-x-10";
  return (
    <div className={`mt-8 grid gap-y-10 ${columns}`}>
      {models.map((model, index) => {
        const { id, title } = model.spec;
        const beside = note?.(model);
        return (
          <div key={id} role="group" aria-label={title} className="flex flex-col border-t border-rule pt-3 text-small">
            <h3>
              <span className="font-medium">{title}</span>
              {beside && <span className="text-quiet">, {beside}</span>}
            </h3>
            {children(model, index)}
          </div>
        );
      })}
    </div>
  );
}
