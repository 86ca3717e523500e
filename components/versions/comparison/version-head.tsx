import { formatDate } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import type { ReactNode } from "react";

/** What is known of a version besides what it is made of; null where it is of a folder, which does not say. */
export interface VersionFacts {
  alias: "champion" | "challenger" | null;
  author: string | null;
  note: string | null;
  /** In milliseconds since 1970. */
  madeAt: number | null;
}

const STANDINGS = { champion: "The champion, which answers", challenger: "The challenger, which answers in shadow" };

/** Which version it is, how it came, and what is first to be said of it. */
export function VersionHead({ facts, model, children }: { facts: VersionFacts; model: Model; children: ReactNode }) {
  const { alias, author, note, madeAt } = facts;
  const rows = [
    ["Standing", alias ? STANDINGS[alias] : "Neither champion nor challenger"],
    ["Published", madeAt === null ? null : formatDate(new Date(madeAt).toISOString().slice(0, 10))],
    ["By", author],
    ["Note", note],
  ].filter(([, value]) => value !== null);
  return (
    <div className="spread pt-8 pb-10 lg:pt-14 lg:pb-14">
      <div className="max-w-[46rem] min-w-0 lg:order-last">
        <h1>
          <span className="block text-head">{model.spec.title}</span>
          <span className="mt-1 block text-title tracking-[-0.035em]">Version {model.version}</span>
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
          All versions
        </Link>
      </div>
    </div>
  );
}
