import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { formatShare } from "@/lib/model/format";
import Link from "next/link";
import type { ReactNode } from "react";

interface StateProps {
  draft: DraftAnswer;
  busy: boolean;
  onCancel: () => void;
  onTrain: () => void;
  /** What to enter where the file lacks it. */
  children?: ReactNode;
}

/** Where a draft is: how far, what is wrong, or how good it has become. */
export function State({ draft, busy, onCancel, onTrain, children }: StateProps) {
  const { status, fault, model, progress, file } = draft;
  const link = "link inline-flex min-h-11 items-center";
  return (
    <Section title={TITLES[status]} anchor="state">
      <div aria-live="polite">
        {(status === "reading" || status === "training") && (
          <label className="block">
            <span>
              {status === "reading" ? `The server reads ${file.name}` : "The server trains the model"}
              {progress !== null && `, ${formatShare(progress)}`}
            </span>
            <progress className="progress mt-3" max={1} value={progress ?? undefined} />
          </label>
        )}
        {status === "failed" && (
          <p className="max-w-[38rem] border-l-2 border-rust pl-5 wrap-anywhere">
            {asSentence(fault?.detail ?? "it failed for a reason that only the log of the server has")}
          </p>
        )}
        {status === "ready" && model && (
          <>
            <p className="max-w-[38rem] text-lead">{asSentence(model.summary.replace(/\.$/, ""))}</p>
            {model.findings.length > 0 && (
              <ul className="mt-4 max-w-[38rem] space-y-2 border-l-2 border-rust pl-5">
                {model.findings.map((finding) => (
                  <li key={finding}>{asSentence(finding.replace(/\.$/, ""))}</li>
                ))}
              </ul>
            )}
            <p className="mt-4 flex flex-wrap gap-x-6">
              <Link href={`/studio/${draft.id}/card`} className={link}>
                The whole card
              </Link>
              <a href="#try" className={link}>
                Try it
              </a>
              <a href="#publish" className={link}>
                Publish it
              </a>
            </p>
          </>
        )}
      </div>
      {children}
      {(status === "reading" || status === "training") && (
        <button type="button" disabled={busy} className="link mt-2 min-h-11 cursor-pointer" onClick={onCancel}>
          Cancel
        </button>
      )}
      {status === "failed" && (
        <button type="button" disabled={busy} className="link mt-2 min-h-11 cursor-pointer" onClick={onTrain}>
          {draft.spec ? "Train it again" : "Read it again"}
        </button>
      )}
    </Section>
  );
}

const TITLES = { reading: "Reading", training: "Training", ready: "Ready", failed: "Failed" };

/** What was guessed and is worth a look, and what only a person can decide. */
export function Guesses({ guesses }: { guesses: NonNullable<DraftAnswer["guesses"]> }) {
  const lists = [
    ["Decide", guesses.decisions],
    ["Look at", guesses.notes],
  ] as const;
  return lists.map(
    ([title, sentences]) =>
      sentences.length > 0 && (
        <Section key={title} title={title}>
          {sentences === guesses.notes && (
            <p className="mb-3 text-small text-quiet">
              Guessed when the file was first read. Change below what is wrong.
            </p>
          )}
          <ul className="max-w-[38rem] space-y-2">
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
