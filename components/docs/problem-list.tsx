import type { Document } from "@/lib/api/openapi/openapi";
import { ExampleList } from "./example-list";
import { problemsOf } from "./reference";

/** Every kind of problem at the address that its answers give as their type. */
export function ProblemList({ document }: { document: Document }) {
  return problemsOf(document).map(({ kind, title, status, remedy, example }) => (
    <article
      key={kind}
      id={kind}
      aria-labelledby={`${kind}-title`}
      className="scroll-mt-8 border-t border-rule py-6 first-of-type:border-0 first-of-type:pt-0 target:text-accent"
    >
      <h3 id={`${kind}-title`} className="text-lead first-letter:uppercase">
        {title}
      </h3>
      <p className="mt-1 font-mono text-small">
        {status} {kind}
      </p>
      <p className="mt-2 text-ink">{remedy}</p>
      <ExampleList id={`${kind}-example`} title="Example" examples={{ "": { value: example } }} />
    </article>
  ));
}
