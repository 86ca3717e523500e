import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import { defaultAlertRules } from "@/lib/model/alert-rules";
import type { ComponentProps } from "react";
import type { AlertState } from "./alert-state";
import { FirstSteps } from "./first-steps";
import { OpenAlerts } from "./open-alerts";
import { accuracyInWords, hasClaims } from "./accuracy-sentences";
import { noOpenAlerts } from "./alert-sentences";
import { driftInWords, hasReference } from "./drift-sentences";
import { volumeInWords } from "./volume-sentences";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Model } from "@/lib/model/model";
import { useLocale } from "#locale";
import { Accuracy, MeasuredAccuracy } from "./accuracy";
import { Alerts } from "./alerts";
import { Drift } from "./drift";
import { EarlierVersions } from "./earlier-versions";
import { PeriodChoice } from "./period-choice";
import { Retrain } from "./retrain";
import { Segments } from "./segments";
import { Volume } from "./volume";
import { MONITORING_WORDS } from "./words";

interface Props {
  model: Model;
  report: MonitoringReport;
  alerts: AlertState;
  days: number;
  /** Whether the model can be retrained here, or why it cannot. */
  retraining?: Omit<ComponentProps<typeof Retrain>, "id">;
}

/** Requests, accuracy, drift and alerts of a model: in words, then in figures. */
export function Report({ model, report, alerts, days, retraining }: Props) {
  const { spec } = model;
  const locale = useLocale();
  const words = useWords(MONITORING_WORDS);
  const { unit } = spec.target;
  const claims = hasClaims(report);
  const open = Object.keys(alerts.standing).length > 0;
  const asked = report.volume.predictions > 0 || report.volume.outcomes > 0;
  return (
    <article>
      <div className="pt-8 pb-12 lg:pt-14 lg:pb-16">
        <h1>
          <span className="block text-head">{words.monitoring}</span>
          <span className="-ml-[0.04em] block text-title tracking-[-0.035em]">{spec.title}</span>
        </h1>
        {open && (
          <div className="mt-8">
            <OpenAlerts model={model} report={report} standing={alerts.standing} />
          </div>
        )}
        <p className="mt-8 max-w-[46rem] text-lead">
          {volumeInWords(locale, report, days)} {!open && noOpenAlerts(locale)}
        </p>
        {asked && (
          <p className="mt-3 max-w-[46rem] text-lead">
            {accuracyInWords(locale, report, unit)} {driftInWords(locale, report)}
          </p>
        )}
        <FirstSteps id={spec.id} report={report} />
        <PeriodChoice path={`/monitoring/${spec.id}`} days={days} />
      </div>
      {report.volume.predictions > 0 && (
        <Section title={words.requests} anchor="volume">
          <Volume report={report} days={days} />
        </Section>
      )}
      {asked && (
        <Section title={claims ? words.accuracyAgainstCard : words.accuracy} anchor="accuracy">
          {claims ? (
            <Accuracy report={report} days={days} unit={unit} />
          ) : (
            <MeasuredAccuracy report={report} days={days} unit={unit} />
          )}
        </Section>
      )}
      {claims && report.performance.outcomes > 0 && (
        <Section title={words.byGroup} anchor="segments">
          <Segments report={report} unit={unit} />
        </Section>
      )}
      {report.volume.predictions > 0 && (
        <Section title={words.drift} anchor="drift">
          <Drift report={report} days={days} />
        </Section>
      )}
      {report.earlier.length > 0 && (
        <Section title={words.earlier} anchor="earlier">
          <p className="max-w-[38rem]">
            {words.earlierMeans(days, <code className="font-mono">{report.version}</code>)}
          </p>
          <EarlierVersions of={spec.title} versions={report.earlier} unit={unit} />
        </Section>
      )}
      {retraining && (
        <Section title={words.retrain} anchor="retrain">
          <Retrain id={spec.id} {...retraining} />
        </Section>
      )}
      <Section title={words.alerts} anchor="alerts">
        <Alerts state={alerts} rules={spec.alerts ?? defaultAlertRules} />
        {!hasReference(report) && <p className="mt-6 max-w-[38rem] text-small text-quiet">{words.noAlertPossible}</p>}
      </Section>
    </article>
  );
}
