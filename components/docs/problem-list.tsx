import { Disclosure } from "@/components/disclosure";
import { writeJson } from "./write-json";
import type { Document } from "@/lib/api/openapi/openapi";
import { CodeBlock } from "./code-block";

/** Every kind of problem at the address that its answers give as their type. */
export function ProblemList({ document }: { document: Document }) {
  return Object.values(document.components.responses).map(({ description, content }) => {
    const [kind = "", example] = Object.entries(content!["application/problem+json"]!.examples!)[0]!;
    const { title, status } = example!.value as { title: string; status: number };
    return (
      <article
        key={kind}
        id={kind}
        aria-labelledby={`${kind}-title`}
        className="scroll-mt-8 border-t border-rule py-6 first:border-0 first:pt-0 target:text-accent"
      >
        <h3 id={`${kind}-title`} className="text-lead first-letter:uppercase">
          {title}
        </h3>
        <p className="mt-1 font-mono text-small">
          {status} {kind}
        </p>
        <p className="mt-2 text-ink">{description.slice(title.length + 2)}</p>
        <Disclosure summary="Example" className="mt-2 text-ink">
          <CodeBlock>{writeJson(example!.value)}</CodeBlock>
        </Disclosure>
      </article>
    );
  });
}
