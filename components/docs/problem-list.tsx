import { useWords } from "@/components/language/use-words";
import type { Document } from "@/lib/api/openapi/openapi";
import { ExampleList } from "./example-list";
import { problemsOf } from "./reference";
import { DOCS_WORDS } from "./words";

/** Every kind of error, with the anchor that the `type` of a response leads to. */
export function ProblemList({ document }: { document: Document }) {
  const words = useWords(DOCS_WORDS);
  return problemsOf(document).map(({ kind, title, status, remedy, example }) => (
    <article
      key={kind}
      id={kind}
      aria-labelledby={`${kind}-title`}
      className="scroll-mt-8 border-t border-rule py-6 first-of-type:border-0 first-of-type:pt-0 target:text-accent"
    >
      <h3 id={`${kind}-title`} lang="en" className="text-lead first-letter:uppercase">
        {title}
      </h3>
      <p lang="en" className="mt-1 font-mono text-small">
        {status} {kind}
      </p>
      <p lang="en" className="mt-2 text-ink">
        {remedy}
      </p>
      <ExampleList id={`${kind}-example`} title={words.example} examples={{ "": { value: example } }} />
    </article>
  ));
}
