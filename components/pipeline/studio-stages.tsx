import { AuditList } from "@/components/audit/audit-list";
import { formatCount } from "@/lib/model/format";
import Link from "next/link";
import type { ReactNode } from "react";
import type { PublishedLine, Studio } from "./read-studio";
import { Stage } from "./stage";

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

const aliasesInWords = ({ champion, challenger }: PublishedLine) =>
  [
    champion ? `champion ${champion}` : "no champion",
    challenger && `challenger ${challenger}${champion ? " in shadow" : ""}`,
  ]
    .filter(Boolean)
    .join(", ");

/** What is being made and published in the store, for the owner and a reviewer. */
export function StudioStages({ studio }: { studio: Studio }) {
  const { drafts, published, proposals } = studio;
  const total = drafts.reduce((sum, { count }) => sum + count, 0);
  const states = drafts.map(({ status, count }) => `${count} ${status}`).join(", ");
  return (
    <>
      <Stage title="Drafts" does="Models that are being made." bad={drafts.some(({ status }) => status === "failed")}>
        <p>{total === 0 ? "No drafts." : `${formatCount(total, "draft")}: ${states}.`}</p>
        <Link href="/studio" prefetch={false} className={LINK}>
          Studio
        </Link>
      </Stage>
      <Stage title="Versions" does="What is published in the store, and which version answers.">
        {published.length === 0 ? (
          <p>None: every model comes from a folder.</p>
        ) : (
          <Lines>
            {published.map((line) => (
              <Line key={line.model} href={`/models/${line.model}/versions`} name={line.model}>
                {formatCount(line.versions, "version")}; {aliasesInWords(line)}
              </Line>
            ))}
          </Lines>
        )}
      </Stage>
      {proposals.length > 0 && (
        <Stage title="Proposals" does="Promotions that wait for a second person.">
          <Lines>
            {proposals.map(({ id, model, version, made_by, stale }) => (
              <Line key={id} href={`/models/${model}/versions`} name={model}>
                {version}, by {made_by}
                {stale && <span className="text-rust"> (stale)</span>}
              </Line>
            ))}
          </Lines>
        </Stage>
      )}
    </>
  );
}

/** The last of what was done. */
export function LastActions({ actions }: Pick<Studio, "actions">) {
  return (
    <Stage title="Last actions" does="Who did what.">
      <AuditList rows={actions} />
      <Link href="/admin/audit" className={LINK}>
        Audit log
      </Link>
    </Stage>
  );
}
