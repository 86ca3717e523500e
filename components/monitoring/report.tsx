import { Section } from "@/components/section";
import type { AlertState } from "./alert-state";
import { accuracyInWords, driftInWords, hasClaims, hasReference, volumeInWords } from "./sentences";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { Accuracy, MeasuredAccuracy } from "./accuracy";
import { Alerts } from "./alerts";
import { Drift } from "./drift";
import { EarlierVersions } from "./earlier-versions";
import { PeriodChoice } from "./period-choice";
import { Segments } from "./segments";
import { Volume } from "./volume";

interface Props {
  model: Model;
  report: MonitoringReport;
  alerts: AlertState;
  days: number;
}

/** How a model does in production: in words, then in figures. */
export function Report({ model: { spec }, report, alerts, days }: Props) {
  const { unit } = spec.target;
  const claims = hasClaims(report);
  const asked = report.volume.predictions > 0 || report.volume.outcomes > 0;
  return (
    <article>
      <div className="pt-8 pb-12 lg:pt-14 lg:pb-16">
        <h1>
          <span className="block text-head">Monitoring</span>
          <span className="-ml-[0.04em] block text-title tracking-[-0.035em]">{spec.title}</span>
        </h1>
        <p className="mt-8 max-w-[46rem] text-lead">{volumeInWords(report, days)}</p>
        {asked && (
          <p className="mt-3 max-w-[46rem] text-lead">
            {accuracyInWords(report, unit)} {driftInWords(report)}
          </p>
        )}
        {!asked && (
          <p className="mt-3 max-w-[38rem]">
            Estimates and reported outcomes are counted here.{" "}
            <Link href={`/models/${spec.id}`} className="link">
              Get the first estimate
            </Link>
            .
          </p>
        )}
        <PeriodChoice path={`/monitoring/${spec.id}`} days={days} />
      </div>
      {report.volume.predictions > 0 && (
        <Section title="Requests" anchor="volume">
          <Volume report={report} />
        </Section>
      )}
      {asked && (
        <Section title={claims ? "Accuracy against the card" : "Accuracy"} anchor="accuracy">
          {claims ? <Accuracy report={report} unit={unit} /> : <MeasuredAccuracy report={report} unit={unit} />}
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
