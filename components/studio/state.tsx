import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import Link from "next/link";
import type { ReactNode } from "react";
import { DRAFT_WORDS } from "./draft-words";
import { languageOfGuesses } from "./sentences";
import { useForeign } from "./use-foreign";
import { STUDIO_WORDS } from "./words";

interface StateProps {
  draft: DraftAnswer;
  /** How accurate the trained model is and what is wrong with it. */
  verdict: ReactNode;
  busy: boolean;
  onCancel: () => void;
  onTrain: () => void;
  /** What to enter where the file lacks it. */
  children?: ReactNode;
}

/** The status of a draft: its progress, what is wrong, or how good the model is. */
export function State({ draft, verdict, busy, onCancel, onTrain, children }: StateProps) {
  const { status, fault, progress, file } = draft;
  const words = useWords(DRAFT_WORDS);
  const { share } = useWriter();
  const foreign = useForeign(fault?.language);
  const isAtWork = status === "reading" || status === "training";
  const work = status === "reading" ? words.reads(file.name) : words.trains;
  const link = "link inline-flex min-h-11 items-center";
  return (
    <Section title={useWords(STUDIO_WORDS).status[status]} anchor="state">
      <div aria-live="polite">
        {isAtWork && (
          <label className="block">
            <span>{progress === null ? work : words.progress(work, share(progress))}</span>
            <progress className="progress mt-3" max={1} value={progress ?? undefined} />
          </label>
        )}
        {status === "failed" && (
          <p lang={fault ? foreign : undefined} className="max-w-[38rem] border-l-2 border-rust pl-5 wrap-anywhere">
            {fault ? asSentence(fault.detail) : words.unknownFailure}
          </p>
        )}
        {status === "ready" && (
          <>
            {verdict}
            <p className="mt-4 flex flex-wrap gap-x-6">
              <Link href={`/studio/${draft.id}/card`} className={link}>
                {words.card}
              </Link>
              <a href="#try" className={link}>
                {words.tryIt}
              </a>
              <a href="#publish" className={link}>
                {words.publishIt}
              </a>
            </p>
          </>
        )}
      </div>
      {children}
      {isAtWork && (
        <button type="button" disabled={busy} className="link mt-2 min-h-11 cursor-pointer" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
      {status === "failed" && (
        <button type="button" disabled={busy} className="link mt-2 min-h-11 cursor-pointer" onClick={onTrain}>
          {draft.spec ? words.trainAgain : words.readAgain}
        </button>
      )}
    </Section>
  );
}

/** Guesses to check, and what only a person can decide. */
export function Guesses({ draft, guesses }: { draft: DraftAnswer; guesses: NonNullable<DraftAnswer["guesses"]> }) {
  const words = useWords(DRAFT_WORDS);
  const foreign = useForeign(languageOfGuesses(draft));
  const lists = [
    [words.decide, guesses.decisions],
    [words.lookAt, guesses.notes],
  ] as const;
  return lists.map(
    ([title, sentences]) =>
      sentences.length > 0 && (
        <Section key={title} title={title}>
          {sentences === guesses.notes && <p className="mb-3 text-small text-quiet">{words.guessed}</p>}
          {foreign && <p className="mb-3 text-small text-quiet">{words.inOther}</p>}
          <ul lang={foreign} className="max-w-[38rem] space-y-2">
            {sentences.map((sentence) => (
              <li key={sentence} className="wrap-anywhere">
                {sentence}
              </li>
            ))}
          </ul>
        </Section>
      ),
  );
}
