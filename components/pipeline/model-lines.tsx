import type { Listed } from "@/lib/registry/outline";
import Link from "next/link";
import type { ReactNode } from "react";

interface ModelLinesProps {
  models: readonly Listed[];
  href: (model: Listed) => string;
  write: (model: Listed) => ReactNode;
}

/** A line for each model: its name as a link, and its state in this stage. */
export function ModelLines({ models, href, write }: ModelLinesProps) {
  return (
    <ul>
      {models.map((model) => (
        <li key={model.spec.id} className="flex flex-wrap items-center justify-between gap-x-6 border-t border-rule">
          <Link href={href(model)} className="link inline-flex min-h-11 items-center">
            {model.spec.title}
          </Link>
          <span className="pb-1 text-small">{write(model)}</span>
        </li>
      ))}
    </ul>
  );
}
