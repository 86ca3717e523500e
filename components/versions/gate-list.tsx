import { asSentence } from "@/components/words";
import type { GateCheck } from "@/lib/judging/gate";

const NAMES: Record<GateCheck["check"], string> = {
  golden: "Golden rows",
  accuracy: "Accuracy",
  coverage: "Ranges",
  outcomes: "Outcomes",
};

/** What the gate finds, check by check. */
export function GateList({ checks }: { checks: readonly GateCheck[] }) {
  return (
    <dl className="mt-4">
      {checks.map(({ check, holds, detail }) => (
        <div key={check} className="border-t border-rule py-2.5 sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-6">
          <dt className={holds ? "" : "text-rust"}>
            <span aria-hidden="true">{holds ? "✓" : "✗"}</span> {NAMES[check]}
            <span className="sr-only">{holds ? ": holds" : ": does not hold"}</span>
          </dt>
          <dd className="text-small text-quiet">{asSentence(detail)}</dd>
        </div>
      ))}
    </dl>
  );
}
