import { asSentence, countInWords } from "@/components/words";
import type { Fault } from "@/lib/model/inputs/schema";
import { useEffect, useRef } from "react";

/** What is needed before there can be an estimate, each with the way to its field. It takes the focus when it comes. */
export function ErrorSummary({ faults }: { faults: Fault[] }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), [faults]);
  return (
    <div
      ref={element}
      tabIndex={-1}
      role="group"
      aria-labelledby="error-summary"
      className="mb-8 border-l-2 border-rust pl-5 outline-none"
    >
      <h2 id="error-summary" className="text-lead">
        {asSentence(
          `${countInWords(faults.length)} ${faults.length === 1 ? "answer needs" : "answers need"} another look`,
        )}
      </h2>
      <ul className="mt-1">
        {faults.map(({ name, detail }) => (
          <li key={name}>
            <a href={`#${name}`} className="link inline-flex min-h-11 items-center sm:min-h-8">
              {asSentence(detail)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
