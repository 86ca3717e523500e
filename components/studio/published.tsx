import { withBase } from "@/lib/base-path";
import Link from "next/link";
import { useEffect, useRef } from "react";
import type { Published } from "./publish";

/** What is published, in the place of the draft that it was. */
export function PublishedDraft({ title, published }: { title: string; published: Published }) {
  const { model, version, alias } = published;
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => element.current?.focus(), []);
  const link = "link inline-flex min-h-11 items-center";
  const answers = alias === "champion";
  return (
    <article className="max-w-[46rem] pt-8 lg:pt-14">
      <h1 ref={element} tabIndex={-1} className="text-title tracking-[-0.035em] wrap-anywhere outline-none">
        {title} {alias === null ? "waits for a second person to confirm" : "is published"}
      </h1>
      <p className="mt-6 text-lead">
        Version <code className="font-mono text-base">{version}</code> of {model} {WHAT_IT_DOES[alias ?? "none"]}.
      </p>
      <p className="mt-4 flex flex-wrap gap-x-6">
        {answers && (
          <a href={withBase(`/models/${model}`)} className={link}>
            Its page
          </a>
        )}
        {alias === "challenger" && (
          <a href={withBase(`/models/${model}/versions/${version}`)} className={link}>
            Compare it with the champion
          </a>
        )}
        <a href={withBase(`/models/${model}/versions`)} className={link}>
          {alias === null ? "Where it is confirmed" : "Its versions"}
        </a>
        {answers && (
          <a href={withBase(`/models/${model}/api`)} className={link}>
            Its API
          </a>
        )}
        <Link href="/studio" className={link}>
          Back to the studio
        </Link>
      </p>
    </article>
  );
}

const WHAT_IT_DOES = {
  champion: "answers from now on",
  challenger: "runs beside the version that answers, shown to nobody",
  none: "is stored and proposed as the champion. It answers when a reviewer has confirmed it",
};
