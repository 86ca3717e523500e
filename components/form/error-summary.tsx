import { asSentence } from "@/components/words";
import type { Fault } from "@/lib/model/inputs/undefined-terms";
import { formatQuantity } from "@/lib/model/format";
import { useEffect, useRef } from "react";

/**
 * What to do before there can be an estimate, each with the way to its field. It takes the focus when it comes, which is
 * the one announcement of it; the page's title begins with "Error: " while it is there.
 */
export function ErrorSummary({ faults }: { faults: Fault[] }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.focus();
    const title = document.title.replace(/^Error: /, "");
    document.title = `Error: ${title}`;
    return () => void (document.title = title);
  }, [faults]);
  return (
    <div
      ref={element}
      tabIndex={-1}
      role="group"
      aria-labelledby="error-summary"
      className="mb-8 border-l-2 border-rust pl-5 outline-none"
    >
      <h2 id="error-summary" className="text-lead">
        {faults.length === 1 ? "There is a problem" : `There are ${formatQuantity(faults.length)} problems`}
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
