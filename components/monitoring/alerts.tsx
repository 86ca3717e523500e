import { Disclosure } from "@/components/disclosure";
import { DataTable } from "@/components/chart/data-table";
import { ALERTS_IN_WORDS, dayInWords, eventInWords, openAlertsInWords } from "./sentences";
import type { AlertState } from "./alert-state";

/** The alerts that are open, those that were, and who is notified. */
export function Alerts({ state: { version, standing, events, webhook } }: { state: AlertState }) {
  const open = Object.keys(standing).length > 0;
  return (
    <>
      <p className={`max-w-[38rem] ${open ? "border-l-2 border-rust pl-5" : ""}`}>
        {openAlertsInWords(standing)} {ALERTS_IN_WORDS}
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
            row.event === "fired" ? "▲ opened" : "✓ closed",
          ])}
        />
      )}
      {webhook === undefined ? (
        <p className="mt-6 max-w-[38rem] text-small text-quiet">
          No one is notified. Set <code className="font-mono">ALERT_WEBHOOK</code> to an address that accepts a POST.
        </p>
      ) : (
        <Disclosure summary="Who is notified, and how to verify it" className="mt-4 text-small">
          <p className="mt-2 max-w-[38rem]">
            <code className="font-mono">ALERT_WEBHOOK</code> is notified. Requests are signed by Standard Webhooks with
            this secret:
          </p>
          <p className="mt-2 font-mono wrap-anywhere">{webhook}</p>
        </Disclosure>
      )}
    </>
  );
}
