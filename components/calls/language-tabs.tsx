"use client";

import { CopyButton } from "@/components/copy-button";
import { useWords } from "@/components/language/use-words";
import { useReady } from "@/components/use-ready";
import { useCallback, useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { CALLS_CLIENT_WORDS } from "./client-words";
import { CodeBox } from "./code-box";
import type { Sample } from "./samples";
import { useLanguage } from "./use-language";

interface LanguageTabsProps {
  samples: Sample[];
  /** The note below a sample, by its id. */
  notes?: Record<string, ReactNode>;
}

/** The tab that a key of the keyboard leads to, by the ARIA pattern for tabs. */
const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One call in several languages behind tabs; without a script, all of them below links that lead to each. */
export function LanguageTabs({ samples, notes = {} }: LanguageTabsProps) {
  const words = useWords(CALLS_CLIENT_WORDS);
  const ready = useReady();
  const tabs = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => samples.map(({ id }) => id), [samples]);
  const show = useCallback(() => tabs.current?.scrollIntoView(), []);
  const [chosen, choose] = useLanguage(ids, show);

  function turnTo(event: MouseEvent, id: string) {
    event.preventDefault();
    choose(id);
  }

  function step(event: KeyboardEvent) {
    const to = steps[event.key]?.(ids.indexOf(chosen), ids.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(ids[to]!);
    document.getElementById(`${ids[to]}-tab`)?.focus();
  }

  return (
    <div>
      <div
        ref={tabs}
        className="flex scroll-mt-8 items-end justify-between gap-x-4 border-b border-rule lg:-mt-2.5 noscript:mb-6"
      >
        <div
          className="screen-only -mb-px flex flex-wrap gap-x-2.5 sm:gap-x-5"
          onKeyDown={step}
          {...(ready && { role: "tablist", "aria-label": words.language })}
        >
          {samples.map(({ id, title }) => (
            <a
              key={id}
              id={`${id}-tab`}
              href={`#${id}`}
              onClick={(event) => turnTo(event, id)}
              className={`flex min-h-11 min-w-6 items-center justify-center border-b-2 text-small hover:text-accent noscript:border-0 noscript:underline ${id === chosen ? "border-accent font-medium" : "border-transparent text-quiet forced-colors:border-[Canvas]"}`}
              {...(ready && {
                role: "tab",
                "aria-selected": id === chosen,
                "aria-controls": `${id}-panel`,
                tabIndex: id === chosen ? 0 : -1,
              })}
            >
              {title}
            </a>
          ))}
        </div>
        <CopyButton key={chosen} of={chosen}>
          {words.copyRequest}
        </CopyButton>
      </div>
      {samples.map(({ id, title, text }) => (
        <div
          key={id}
          id={`${id}-panel`}
          className={`noscript:mb-8 ${id === chosen ? "" : "scripted:hidden"}`}
          {...(ready && { role: "tabpanel", "aria-labelledby": `${id}-tab` })}
        >
          <h3 className="mb-2 scripted:not-print:hidden">{title}</h3>
          <CodeBox id={id} label={title} text={text} />
          {notes[id] && <p className="mt-3 max-w-[38rem] text-small text-quiet">{notes[id]}</p>}
        </div>
      ))}
    </div>
  );
}
