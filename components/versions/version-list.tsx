import { useWords } from "@/components/language/use-words";
import Link from "next/link";
import { useLocale } from "#locale";
import { figuresInWords, problemsInWords, originInWords } from "./sentences";
import type { VersionEntry, VersionsState } from "./state";
import { VERSION_WORDS } from "./words";

interface VersionListProps {
  state: VersionsState;
  /** Whether the reader may promote and delete. */
  changes: boolean;
}

/** The versions, the newest first: how accurate each is, where it comes from, and what can be done with it. */
export function VersionList({ state, changes }: VersionListProps) {
  return (
    <ol className="-mt-4">
      {state.versions.map((entry) => (
        <li key={`${entry.version} ${entry.revision}`} className="border-t border-rule py-4 first:border-t-0">
          <VersionLine entry={entry} state={state} changes={changes} />
        </li>
      ))}
    </ol>
  );
}

function VersionLine({ entry, state, changes }: VersionListProps & { entry: VersionEntry }) {
  const { version, alias, figures, published, proposal } = entry;
  const locale = useLocale();
  const words = useWords(VERSION_WORDS);
  const link = "link inline-flex min-h-11 items-center";
  // Another wording of the champion is not another version.
  const promotes = changes && !state.isOfFolder && alias !== "champion" && (!proposal || proposal.stale);
  const { approvals, champion, id } = state;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <code className="font-mono text-base">{version}</code>
        {alias && (
          <strong className={`font-medium ${alias === "champion" ? "text-accent" : "text-quiet"}`}>
            {words.alias[alias]}
          </strong>
        )}
        {proposal && <span className="text-rust">{proposal.stale ? words.staleProposal : words.proposed}</span>}
      </p>
      <p className="mt-1">
        {figuresInWords(locale, entry)} <span className="text-quiet">{problemsInWords(locale, figures)}</span>
      </p>
      {published?.note && (
        <p className="mt-2 border-l-2 border-edge pl-4 wrap-anywhere whitespace-pre-line">{published.note}</p>
      )}
      <p className="mt-1 text-small text-quiet">{originInWords(locale, published)}</p>
      {!state.isOfFolder && (
        <p className="flex flex-wrap gap-x-6 text-small">
          <Link href={`/models/${id}/versions/${version}`} prefetch={false} className={link}>
            {alias === "champion" || !champion ? words.details : words.compare}
            <span className="sr-only"> {version}</span>
          </Link>
          {promotes && (
            <Link href={`/models/${id}/versions?promote=${version}#decide`} prefetch={false} className={link}>
              {approvals ? words.propose : words.promote}
              <span className="sr-only"> {version}</span>
            </Link>
          )}
          {changes && version !== champion?.version && (
            <Link href={`/models/${id}/versions?delete=${version}#decide`} prefetch={false} className={link}>
              {words.delete}
              <span className="sr-only"> {version}</span>
            </Link>
          )}
        </p>
      )}
    </>
  );
}
