import { useWords } from "@/components/language/use-words";
import { asSentence } from "@/components/words";
import type { GateCheck } from "@/lib/judging/gate";
import { VERSION_WORDS } from "./words";

/** What the gate finds, check by check. */
export function GateList({ checks }: { checks: readonly GateCheck[] }) {
  const words = useWords(VERSION_WORDS);
  return (
    <dl className="mt-4">
      {checks.map(({ check, holds, detail }) => (
        <div key={check} className="border-t border-rule py-2.5 sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-6">
          <dt className={holds ? "" : "text-rust"}>
            <span aria-hidden="true">{holds ? "✓" : "✗"}</span> {words.checks[check]}
            <span className="sr-only">{holds ? words.holds : words.fails}</span>
          </dt>
          <dd className="text-small text-quiet">{asSentence(detail)}</dd>
        </div>
      ))}
    </dl>
  );
}
