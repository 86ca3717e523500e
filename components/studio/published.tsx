import { useWords } from "@/components/language/use-words";
import { withBase } from "@/lib/base-path";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { PUBLISH_WORDS } from "./publish-words";
import type { Published } from "./publish";

/** The published version, after its draft is gone. */
export function PublishedDraft({ title, published }: { title: string; published: Published }) {
  const { model, version, alias } = published;
  const words = useWords(PUBLISH_WORDS);
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => element.current?.focus(), []);
  const link = "link inline-flex min-h-11 items-center";
  const answers = alias === "champion";
  return (
    <article className="max-w-[46rem] pt-8 lg:pt-14">
      <h1 ref={element} tabIndex={-1} className="text-title tracking-[-0.035em] wrap-anywhere outline-none">
        {alias === null ? words.waitsFor(title) : words.isPublished(title)}
      </h1>
      <p className="mt-6 text-lead">
        {words.done[alias ?? "none"](<code className="font-mono text-base">{version}</code>, model)}
      </p>
      <p className="mt-4 flex flex-wrap gap-x-6">
        {answers && (
          <a href={withBase(`/models/${model}`)} className={link}>
            {words.itsPage}
          </a>
        )}
        {alias === "challenger" && (
          <a href={withBase(`/models/${model}/versions/${version}`)} className={link}>
            {words.compare}
          </a>
        )}
        <a href={withBase(`/models/${model}/versions`)} className={link}>
          {alias === null ? words.whereConfirmed : words.itsVersions}
        </a>
        {answers && (
          <a href={withBase(`/models/${model}/api`)} className={link}>
            {words.itsApi}
          </a>
        )}
        <Link href="/studio" className={link}>
          {words.back}
        </Link>
      </p>
    </article>
  );
}
