import { DataTable } from "@/components/chart/data-table";
import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { asSentence } from "@/components/words";
import type { AlertRule } from "@/lib/model/alert-rules";
import type { AlertState } from "./alert-state";
import { alertInWords, openAlertsInWords, versionOfEvent } from "./alert-sentences";
import { MONITORING_WORDS } from "./words";

const VARIABLE = <code className="font-mono">ALERT_WEBHOOK</code>;

/** The open alerts, the events of alerts, and who is notified. */
export function Alerts({
  state: { version, standing, events, webhook },
  rules,
}: {
  state: AlertState;
  /** Of the model as it is served; an event can be of a rule that is not there any more. */
  rules: readonly AlertRule[];
}) {
  const words = useWords(MONITORING_WORDS);
  const write = useWriter();
  const open = Object.keys(standing).length > 0;
  const nameOf = (id: string) => {
    const rule = rules.find((each) => each.id === id);
    return rule ? alertInWords(write.locale, rule) : id;
  };
  return (
    <>
      <p className={`max-w-[38rem] ${open ? "border-l-2 border-rust pl-5" : ""}`}>
        {openAlertsInWords(write.locale, standing, rules)} {words.alertRules}
      </p>
      {events.length > 0 && (
        <DataTable
          wide
          caption={words.newestFirst}
          columns={[words.alert, words.when, words.what]}
          double={[words.when, words.what]}
          rows={events.map((row) => [
            <span key="rule">
              <span className="inline-block first-letter:uppercase">{nameOf(row.rule)}</span>
              <span className="block text-caption text-quiet">
                <OfVersion of={versionOfEvent(write.locale, row.version, version)} />
                {/* What was found then is stored in English, as it was sent. */}
                <span lang="en">{asSentence(row.detail)}</span>
              </span>
            </span>,
            write.day(row.at),
            row.event === "fired" ? `▲ ${words.opened}` : `✓ ${words.closed}`,
          ])}
        />
      )}
      {webhook === undefined ? (
        <p className="mt-6 max-w-[38rem] text-small text-quiet">{words.noOneNotified(VARIABLE)}</p>
      ) : (
        <Disclosure summary={words.whoIsNotified} className="mt-4 text-small">
          <p className="mt-2 max-w-[38rem]">{words.notified(VARIABLE)}</p>
          <p className="mt-2 font-mono wrap-anywhere">{webhook}</p>
        </Disclosure>
      )}
    </>
  );
}

function OfVersion({ of }: { of: string | null }) {
  return of === null ? null : <>{of}: </>;
}
