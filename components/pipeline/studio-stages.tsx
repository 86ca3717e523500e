import { AuditList } from "@/components/audit/audit-list";
import { useLocale } from "#locale";
import { useWords } from "@/components/language/use-words";
import { byActorInWords } from "@/components/versions/sentences";
import type { Listed } from "@/lib/registry/outline";
import Link from "next/link";
import type { ReactNode } from "react";
import type { PublishedLine, Studio } from "./read-studio";
import { Stage } from "./stage";
import { PIPELINE_WORDS } from "./words";

const LINK = "link inline-flex min-h-11 items-center";

function Lines({ children }: { children: ReactNode }) {
  return <ul>{children}</ul>;
}

function Line({ href, name, children }: { href: string; name: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 border-t border-rule">
      <Link href={href} prefetch={false} className={LINK}>
        {name}
      </Link>
      <span className="pb-1 text-small">{children}</span>
    </li>
  );
}

function aliasesInWords({ champion, challenger }: PublishedLine, words: (typeof PIPELINE_WORDS)["en"]): string {
  const used = champion ? words.champion(champion) : words.noChampion;
  return challenger ? `${used}, ${words.challenger(challenger, champion !== null)}` : used;
}

/** The drafts, versions and proposals in the store, for the owner and a reviewer. */
export function StudioStages({ studio, models }: { studio: Studio; models: readonly Listed[] }) {
  const words = useWords(PIPELINE_WORDS);
  const locale = useLocale();
  const { drafts, published, proposals } = studio;
  const titleOf = (model: string) => models.find(({ spec }) => spec.id === model)?.spec.title ?? model;
  const total = drafts.reduce((sum, { count }) => sum + count, 0);
  const states = drafts.map(({ status, count }) => `${count} ${words.draftStates[status]}`).join(", ");
  return (
    <>
      <Stage {...words.drafts} bad={drafts.some(({ status }) => status === "failed")}>
        <p>{total === 0 ? words.noDrafts : words.draftCount(total, states)}</p>
        <Link href="/studio" prefetch={false} className={LINK}>
          {words.studio}
        </Link>
      </Stage>
      <Stage {...words.versions}>
        {published.length === 0 ? (
          <p>{words.noVersions}</p>
        ) : (
          <Lines>
            {published.map((line) => (
              <Line key={line.model} href={`/models/${line.model}/versions`} name={titleOf(line.model)}>
                {words.versionCount(line.versions)}; {aliasesInWords(line, words)}
              </Line>
            ))}
          </Lines>
        )}
      </Stage>
      {proposals.length > 0 && (
        <Stage {...words.proposals}>
          <Lines>
            {proposals.map(({ id, model, version, made_by, stale }) => (
              <Line key={id} href={`/models/${model}/versions`} name={titleOf(model)}>
                {words.by(version, byActorInWords(locale, made_by))}
                {stale && <span className="text-rust"> {words.stale}</span>}
              </Line>
            ))}
          </Lines>
        </Stage>
      )}
    </>
  );
}

/** The last entries of the audit log. */
export function LastActions({ actions }: Pick<Studio, "actions">) {
  const words = useWords(PIPELINE_WORDS);
  return (
    <Stage {...words.actions}>
      <AuditList rows={actions} />
      <Link href="/admin/audit" className={LINK}>
        {words.audit}
      </Link>
    </Stage>
  );
}
