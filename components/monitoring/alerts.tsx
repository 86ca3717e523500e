import { Disclosure } from "@/components/disclosure";
import { DataTable } from "@/components/chart/data-table";
import { dayInWords } from "./words";
import { asSentence } from "@/components/words";
import type { AlertState } from "./alert-state";

/** What an event was about, and of which version if it is not the one that is served. */
function eventInWords({ detail, version }: AlertState["events"][number], served: string): string {
  if (version === served) return asSentence(detail);
  return `${asSentence(detail)} This was ${version === null ? "an earlier version" : `version ${version}`}.`;
}

/** What stands, what has been, and who is told. */
export function Alerts({ state: { version, standing, events, webhook } }: { state: AlertState }) {
  const rules = Object.entries(standing);
  return (
    <>
      <p className={`max-w-[38rem] ${rules.length > 0 ? "border-l-2 border-rust pl-5" : ""}`}>
        {rules.length === 0
          ? "No alert stands."
          : `${rules.length === 1 ? "One alert stands" : `${rules.length} alerts stand`}: ${rules
              .map(([rule, since]) => `${rule}, since ${dayInWords(since)}`)
              .join("; ")}.`}{" "}
        Alerts are about the last 30 days, whatever period is shown.
      </p>
      {events.length > 0 && (
        <DataTable
          wide
          caption="Alerts, the newest first"
          columns={["Alert", "When", "What"]}
          double={["When", "What"]}
          rows={events.map((row) => [
            <span key="rule">
              {row.rule}
              <span className="block text-caption text-quiet">{eventInWords(row, version)}</span>
            </span>,
            dayInWords(row.at),
            row.event === "fired" ? "▲ fired" : "✓ cleared",
          ])}
        />
      )}
      {webhook === undefined ? (
        <p className="mt-6 max-w-[38rem] text-small text-quiet">
          Nobody is told. Set <code className="font-mono">ALERT_WEBHOOK</code> to an address that takes a POST.
        </p>
      ) : (
        <Disclosure summary="Who is told, and how to check it" className="mt-4 text-small">
          <p className="mt-2 max-w-[38rem]">
            <code className="font-mono">ALERT_WEBHOOK</code> is told, signed as Standard Webhooks has it, with this
            secret:
          </p>
          <p className="mt-2 font-mono wrap-anywhere">{webhook}</p>
        </Disclosure>
      )}
    </>
  );
}
