import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import Link from "next/link";
import { useId, useState } from "react";
import { Comparison } from "./comparison";
import { describeSaved } from "./entry";
import { differingInputs, keyOf, type Saved } from "./list";
import type { SavedModel } from "./saved-model";
import { SAVED_WORDS } from "./words";

/** Answers that stand beside an estimate; the page of the result has all. */
const MOST_ANSWERS = 7;

interface ModelGroupProps {
  /** Of one model, the newest first. */
  group: Saved[];
  model: SavedModel | undefined;
  onRemove: (gone: Saved[]) => void;
}

/** The saved estimates of one model, and some of them side by side. */
export function ModelGroup({ group, model, onRemove }: ModelGroupProps) {
  const words = useWords(SAVED_WORDS);
  const write = useWriter();
  const hint = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // How often “Compare” was pressed with enough chosen, and whether the last time there were too few.
  const [opened, setOpened] = useState(0);
  const [isRefused, setRefused] = useState(false);
  const several = group.length > 1;
  const compared = group.filter((saved) => chosen.has(keyOf(saved)));
  const isEnough = compared.length > 1;
  // What tells the estimates apart comes first, so that it is never among the answers that have no room.
  const differing = differingInputs(group);

  function choose(key: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
    setRefused(false);
  }

  function compare() {
    setRefused(!isEnough);
    if (isEnough) setOpened(opened + 1);
  }

  return (
    <Section title={model?.title ?? group[0]!.title} wide>
      {!model && <p className="mb-3 text-small text-rust">{words.gone}</p>}
      {model?.estimated && <p className="mb-3 text-small text-quiet">{model.estimated}</p>}
      {several && <p className="screen-only mb-3 text-small text-quiet">{words.howToCompare}</p>}
      <ul>
        {group.map((saved) => {
          const key = keyOf(saved);
          const text = describeSaved(saved, model, words, write);
          const others = text.answers.length - MOST_ANSWERS;
          const sorted = [true, false].flatMap((first) =>
            text.answers.filter(({ name }) => differing.has(name) === first),
          );
          const answers = sorted.slice(0, MOST_ANSWERS).map(({ label, value }) => `${label}: ${value}`);
          return (
            <li key={key} className="flex gap-x-4 border-t border-rule py-4 first:border-t-0 first:pt-0">
              {several && (
                <label className="screen-only -my-2 -ml-3 flex size-11 shrink-0 cursor-pointer items-center justify-center">
                  <input
                    type="checkbox"
                    aria-label={words.select(text.estimate)}
                    checked={chosen.has(key)}
                    onChange={(event) => choose(key, event.target.checked)}
                    className="size-5 cursor-pointer accent-accent"
                  />
                </label>
              )}
              <div className="grid min-w-0 grow gap-x-8 gap-y-2 md:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_auto]">
                <div className="min-w-0">
                  <p className="text-lead font-medium wrap-anywhere">
                    {text.path && !text.hasChanged ? (
                      <Link href={text.path} prefetch={false} className="link">
                        {text.estimate}
                      </Link>
                    ) : (
                      text.estimate
                    )}
                  </p>
                  <p className={`mt-1 text-small ${saved.outside ? "text-rust" : "text-quiet"}`}>{text.range.line}</p>
                </div>
                <div className="min-w-0 text-small">
                  {/* A dot ends a line and begins none. */}
                  <p className="wrap-anywhere">
                    {[...answers, ...(others > 0 ? [words.more(write, others)] : [])].join("\u00a0· ")}
                  </p>
                  <p className="mt-1 text-quiet">{words.savedOn(text.day)}</p>
                  {text.hasChanged && text.path && (
                    <p className="mt-1 text-rust">
                      {words.changed}{" "}
                      <Link href={text.path} prefetch={false} className="link screen-only">
                        {words.again}
                      </Link>
                    </p>
                  )}
                </div>
                <button
                  type="button"
                  aria-label={words.removeOf(text.estimate)}
                  className="link screen-only -my-2 min-h-11 cursor-pointer self-start justify-self-start text-small"
                  onClick={() => onRemove([saved])}
                >
                  {words.remove}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      {several && (
        <div className="screen-only mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
          <button type="button" className="button" aria-describedby={hint} onClick={compare}>
            {words.compare}
          </button>
          <p id={hint} aria-live="polite" className={`text-small ${isRefused ? "text-rust" : "text-quiet"}`}>
            {words.chosen(compared.length)}
          </p>
        </div>
      )}
      {opened > 0 && isEnough && <Comparison key={opened} compared={compared} model={model} />}
    </Section>
  );
}
