import { Section } from "@/components/section";
import type { DraftList } from "@/lib/api/resources/drafts/schema";
import { formatQuantity } from "@/lib/model/format";
import Link from "next/link";
import { useCallback, useState } from "react";
import type { Caller, Failed } from "../api";
import { Trouble } from "../trouble";
import { usePolling } from "../use-polling";
import { statusInWords, timeInWords } from "../words";

/** The drafts that there are, the last changed first. */
export function Drafts({ caller }: { caller: Caller }) {
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
    <Section title="Drafts">
      {failed && <Trouble failed={failed} />}
      {!list && !failed && <p className="text-quiet">Loading the drafts…</p>}
      {list?.length === 0 && <p>No drafts. Choose a file above to make one.</p>}
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
              <span className={draft.status === "failed" ? "text-rust" : undefined}>{statusInWords(draft)}</span>
            </p>
            <p className="text-small wrap-anywhere text-quiet">
              {draft.options.target} from {draft.file.name}. Made by {draft.owner},{" "}
              {timeInWords("changed", draft.changedAt)}.
              {draft.base && ` Trained again with ${formatQuantity(draft.base.outcomes)} reported outcomes.`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
