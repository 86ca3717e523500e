import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import type { DraftList } from "@/lib/api/resources/drafts/schema";
import Link from "next/link";
import { useCallback, useState } from "react";
import { useLocale } from "#locale";
import type { Caller, Failed } from "../api";
import { Trouble } from "../trouble";
import { usePolling } from "../use-polling";
import { madeInWords, statusInWords } from "../sentences";
import { START_WORDS } from "./words";

/** The drafts, the last changed first. */
export function Drafts({ caller }: { caller: Caller }) {
  const locale = useLocale();
  const words = useWords(START_WORDS);
  const { count } = useWriter();
  const [list, setList] = useState<DraftList["drafts"]>();
  const [failed, setFailed] = useState<Failed>();

  const look = useCallback(async () => {
    const read = await caller.call<DraftList>("GET", "/api/drafts");
    if ("failed" in read) return setFailed(read);
    setFailed(undefined);
    setList(read.value.drafts);
  }, [caller]);
  usePolling(look, list === undefined || list.some(({ status }) => status === "reading" || status === "training"));

  return (
    <Section title={words.drafts}>
      {failed && <Trouble failed={failed} />}
      {!list && !failed && <p className="text-quiet">{words.loading}</p>}
      {list?.length === 0 && <p>{words.none}</p>}
      <ul>
        {list?.map((draft) => (
          <li key={draft.id} className="border-t border-rule py-3 first:border-0 first:pt-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-6">
              <Link
                href={`/studio/${draft.id}`}
                className="link inline-flex min-h-11 items-center font-medium sm:min-h-8"
              >
                {draft.options.id}
              </Link>
              <span className={draft.status === "failed" ? "text-rust" : undefined}>
                {statusInWords(locale, draft)}
              </span>
            </p>
            <p className="text-small wrap-anywhere text-quiet">
              {words.from(draft.options.target, draft.file.name)} {madeInWords(locale, draft)}
              {draft.base && ` ${words.retrained(count(draft.base.outcomes, words.outcome, words.outcomes))}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
