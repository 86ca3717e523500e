import { Section } from "@/components/section";
import type { ComponentProps } from "react";
import type { AlertState } from "./alert-state";
import { FirstSteps } from "./first-steps";
import { OpenAlerts } from "./open-alerts";
import { accuracyInWords, driftInWords, hasClaims, hasReference, NO_OPEN_ALERTS, volumeInWords } from "./sentences";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Model } from "@/lib/model/model";
import { Accuracy, MeasuredAccuracy } from "./accuracy";
import { Alerts } from "./alerts";
import { Drift } from "./drift";
import { EarlierVersions } from "./earlier-versions";
import { PeriodChoice } from "./period-choice";
import { Retrain } from "./retrain";
import { Segments } from "./segments";
import { Volume } from "./volume";

interface Props {
  model: Model;
  report: MonitoringReport;
  alerts: AlertState;
  days: number;
  /** Where the model can be trained again, or why it cannot. */
  retraining?: Omit<ComponentProps<typeof Retrain>, "id">;
}

/** How a model does in production: in words, then in figures. */
export function Report({ model, report, alerts, days, retraining }: Props) {
  const { spec } = model;
  const { unit } = spec.target;
  const claims = hasClaims(report);
  const open = Object.keys(alerts.standing).length > 0;
  const asked = report.volume.predictions > 0 || report.volume.outcomes > 0;
  return (
    <article>
      <div className="pt-8 pb-12 lg:pt-14 lg:pb-16">
        <h1>
          <span className="block text-head">Monitoring</span>
          <span className="-ml-[0.04em] block text-title tracking-[-0.035em]">{spec.title}</span>
        </h1>
        {open && (
          <div className="mt-8">
            <OpenAlerts model={model} report={report} standing={alerts.standing} />
          </div>
        )}
        <p className="mt-8 max-w-[46rem] text-lead">
          {volumeInWords(report, days)} {!open && NO_OPEN_ALERTS}
        </p>
        {asked && (
          <p className="mt-3 max-w-[46rem] text-lead">
            {accuracyInWords(report, unit)} {driftInWords(report)}
          </p>
        )}
        <FirstSteps id={spec.id} report={report} />
        <PeriodChoice path={`/monitoring/${spec.id}`} days={days} />
      </div>
      {report.volume.predictions > 0 && (
        <Section title="Requests" anchor="volume">
          <Volume report={report} days={days} />
        </Section>
      )}
      {asked && (
        <Section title={claims ? "Accuracy against the card" : "Accuracy"} anchor="accuracy">
          {claims ? (
            <Accuracy report={report} days={days} unit={unit} />
          ) : (
            <MeasuredAccuracy report={report} days={days} unit={unit} />
          )}
        </Section>
      )}
      {claims && report.performance.outcomes > 0 && (
        <Section title="Accuracy by group" anchor="segments">
          <Segments report={report} unit={unit} />
        </Section>
      )}
      {report.volume.predictions > 0 && (
        <Section title="Input drift" anchor="drift">
          <Drift report={report} />
        </Section>
      )}
      {report.earlier.length > 0 && (
        <Section title="Earlier versions" anchor="earlier">
          <p className="max-w-[38rem]">
            These versions answered in the last {days} days and are not served now. All else on this page is about
            version <code className="font-mono">{report.version}</code>.
          </p>
          <EarlierVersions of={spec.title} versions={report.earlier} unit={unit} />
        </Section>
      )}
      {retraining && (
        <Section title="Train again" anchor="retrain">
          <Retrain id={spec.id} {...retraining} />
        </Section>
      )}
      <Section title="Alerts" anchor="alerts">
        <Alerts state={alerts} />
        {!hasReference(report) && (
          <p className="mt-6 max-w-[38rem] text-small text-quiet">
            No alert about drift or accuracy can open: no training rows came with this model.
          </p>
        )}
      </Section>
    </article>
  );
}
