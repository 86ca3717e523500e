"use client";

import { bytesInWords } from "@/components/batch/words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useLocale } from "#locale";
import { makeCaller, type Called, type Failed } from "./api";
import { DeleteDraft } from "./delete-draft";
import { DRAFT_WORDS } from "./draft-words";
import { Description } from "./edit/description";
import type { Described } from "./edit/use-description";
import { MissingNames } from "./missing-names";
import { Publish, type Champions, type Published } from "./publish";
import { PublishedDraft } from "./published";
import { Guesses, State } from "./state";
import { Trouble } from "./trouble";
import { TryDraft } from "./try-draft";
import { usePolling } from "./use-polling";
import { madeInWords } from "./sentences";
import { STUDIO_WORDS } from "./words";

interface DraftPageProps {
  id: string;
  token: string;
  /** Whether a second person has to confirm a champion. */
  approvals: boolean;
  champions: Champions;
  /** What the server says of the model that was trained last, and its revision. */
  verdict?: { revision: string; shown: ReactNode };
}

/** One draft, from the reading of its file to its publication. */
export function DraftPage({ id, token, approvals, champions, verdict }: DraftPageProps) {
  const locale = useLocale();
  const words = useWords(DRAFT_WORDS);
  const studio = useWords(STUDIO_WORDS);
  const { count } = useWriter();
  const router = useRouter();
  const [caller] = useState(() => makeCaller(token));
  const [draft, setDraft] = useState<DraftAnswer>();
  const [failed, setFailed] = useState<Failed>();
  const [busy, setBusy] = useState(false);
  const [published, setPublished] = useState<Published>();
  const [isChanged, setChanged] = useState(false);
  // A change that somebody else has saved fills the fields anew, unless something is typed and not saved.
  const [filled, setFilled] = useState(0);
  const known = useRef({ revision: 0, isChanged: false });
  const path = `/api/drafts/${id}`;

  const take = useCallback((called: Called<DraftAnswer>) => {
    setFailed("failed" in called ? called : undefined);
    if ("failed" in called || called.value.revision < known.current.revision) return;
    if (called.value.revision > known.current.revision && !known.current.isChanged) setFilled((count) => count + 1);
    known.current.revision = called.value.revision;
    setDraft(called.value);
  }, []);
  const onSaved = useCallback((saved: DraftAnswer) => {
    known.current.revision = saved.revision;
    setDraft(saved);
  }, []);
  const onChanged = useCallback((isChanged: boolean) => {
    known.current.isChanged = isChanged;
    setChanged(isChanged);
  }, []);
  const look = useCallback(async () => take(await caller.call<DraftAnswer>("GET", path)), [caller, path, take]);
  const isBusy = draft?.status === "reading" || draft?.status === "training";
  usePolling(look, isBusy);
  const trained = draft?.model?.revision;
  useEffect(() => {
    if (trained !== undefined && trained !== verdict?.revision) router.refresh();
  }, [router, trained, verdict?.revision]);

  async function act(method: string, to: string, body?: unknown) {
    setBusy(true);
    take(await caller.call<DraftAnswer>(method, to, body));
    setBusy(false);
  }

  if (!draft) {
    return (
      <div className="max-w-[38rem] pt-8 lg:pt-14">
        <h1 className="text-title">{words.draft}</h1>
        {failed ? <Trouble failed={failed} /> : <p className="mt-6 text-quiet noscript:hidden">{words.loading}</p>}
        <p className="mt-6 hidden noscript:block">{words.needsScript}</p>
        <p className="mt-4">
          <Link href="/studio" className="link inline-flex min-h-11 items-center">
            {words.allDrafts}
          </Link>
        </p>
      </div>
    );
  }
  const { file, guesses, spec } = draft;
  const rows = guesses?.rows;
  const title = typeof spec?.title === "string" ? spec.title : draft.options.id;
  if (published) return <PublishedDraft title={title} published={published} />;
  return (
    <article>
      <div className="spread pt-8 pb-10 lg:pt-14">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <p className="text-small text-quiet">
            <Link href="/studio" className="link inline-flex min-h-11 items-center">
              {studio.studio}
            </Link>
          </p>
          <h1 className="text-title tracking-[-0.035em] wrap-anywhere">{title}</h1>
          <p className="mt-4 text-small wrap-anywhere text-quiet">
            {words.of(
              file.name,
              bytesInWords(file.size, locale),
              rows ? count(rows, words.row, words.rows) : undefined,
            )}{" "}
            {madeInWords(locale, draft)}
            {draft.base &&
              ` ${words.retrained(draft.base.version, draft.base.model, count(draft.base.outcomes, words.outcome, words.outcomes))}`}
          </p>
        </div>
      </div>
      {failed && <Trouble failed={failed} kept={words.typedKept} />}
      <State
        draft={draft}
        verdict={verdict?.revision === trained && verdict?.shown}
        busy={busy}
        onCancel={() => void act("POST", `${path}/cancel`)}
        onTrain={() => void act("POST", `${path}/train`)}
      >
        {draft.status === "failed" && file.kind === "model" && !spec && (
          <MissingNames
            draft={draft}
            busy={busy}
            onNames={(names) => void act("PATCH", path, { expected: draft.revision, options: { names } })}
          />
        )}
      </State>
      {guesses && <Guesses draft={draft} guesses={guesses} />}
      {spec && (
        <Description key={filled} draft={draft as Described} caller={caller} onSaved={onSaved} onChanged={onChanged} />
      )}
      {draft.status === "ready" && spec && (
        <>
          <TryDraft key={draft.model?.revision} draft={draft as Described} caller={caller} isChanged={isChanged} />
          <Publish
            draft={draft as Described}
            caller={caller}
            approvals={approvals}
            champions={champions}
            isChanged={isChanged}
            onSaved={(saved) => take({ value: saved })}
            onPublished={setPublished}
          />
        </>
      )}
      <DeleteDraft draft={draft} caller={caller} />
    </article>
  );
}
