import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import type { ReactNode } from "react";
import { actorInWords } from "../sentences";
import { COMPARISON_WORDS } from "./words";

/** Who published a version, when and why; null for a version of a folder. */
export interface VersionFacts {
  alias: "champion" | "challenger" | null;
  author: string | null;
  note: string | null;
  /** In milliseconds since 1970. */
  madeAt: number | null;
}

/** Which version it is, where it comes from, and the first sentences about it. */
export function VersionHead({ facts, model, children }: { facts: VersionFacts; model: Model; children: ReactNode }) {
  const { alias, author, note, madeAt } = facts;
  const words = useWords(COMPARISON_WORDS);
  const { day, locale } = useWriter();
  const rows = [
    [words.standing, words.standings[alias ?? "none"]],
    [words.published, madeAt === null ? null : day(madeAt)],
    [words.by, author && actorInWords(locale, author)],
    [words.note, note],
  ].filter(([, value]) => value !== null);
  return (
    <div className="spread pt-8 pb-10 lg:pt-14 lg:pb-14">
      <div className="max-w-[46rem] min-w-0 lg:order-last">
        <h1>
          <span className="block text-head">{model.spec.title}</span>
          <span className="mt-1 block text-title tracking-[-0.035em]">{words.version(model.version)}</span>
        </h1>
        <div className="mt-8">{children}</div>
      </div>
      <div className="text-small max-lg:mt-8 lg:pt-2">
        <dl className="space-y-3">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt className="text-quiet">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
        <Link href={`/models/${model.spec.id}/versions`} className="link mt-1 inline-flex min-h-11 items-center">
          {words.allVersions}
        </Link>
      </div>
    </div>
  );
}
