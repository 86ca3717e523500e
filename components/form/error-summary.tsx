import { useWords } from "@/components/language/use-words";
import { asSentence } from "@/components/words";
import type { Fault } from "@/lib/model/inputs/undefined-terms";
import { useEffect, useRef } from "react";
import { ERROR_WORDS } from "./words";

interface FaultOfField extends Fault {
  /** What the fault is of, where the detail does not say it. */
  about?: string;
  /** The language of the detail where the page is in another. */
  lang?: string;
}

/**
 * What to do before there can be an estimate, each with a link to its field. It takes the focus when it appears, so that
 * it is announced once. The page's title begins with "Error: " while it is there.
 */
export function ErrorSummary({ faults }: { faults: FaultOfField[] }) {
  const words = useWords(ERROR_WORDS);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.focus();
    const title = document.title.startsWith(words.title) ? document.title.slice(words.title.length) : document.title;
    document.title = words.title + title;
    return () => void (document.title = title);
  }, [faults, words]);
  return (
    <div
      ref={element}
      tabIndex={-1}
      role="group"
      aria-labelledby="error-summary"
      className="mb-8 border-l-2 border-rust pl-5 outline-none"
    >
      <h2 id="error-summary" className="text-lead">
        {words.problems(faults.length)}
      </h2>
      <ul className="mt-1">
        {faults.map(({ name, about, detail, lang }) => (
          <li key={name}>
            <a href={`#${name}`} className="link inline-flex min-h-11 items-center sm:min-h-8">
              {lang ? (
                <span>
                  {about}: <span lang={lang}>{asSentence(detail)}</span>
                </span>
              ) : (
                asSentence(about ? `${about}: ${detail}` : detail)
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
