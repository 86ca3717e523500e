import { Section } from "@/components/section";
import type { AlertState } from "./alert-state";
import { accuracyInWords, driftInWords, hasClaims, hasReference, volumeInWords } from "./words";
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

/** How a model does in the world: in words, then in figures. */
export function Report({ model: { spec }, report, alerts, days }: Props) {
  const { unit } = spec.target;
  const claims = hasClaims(report);
  const asked = report.volume.predictions > 0 || report.volume.outcomes > 0;
  return (
    <article>
      <div className="pt-8 pb-12 lg:pt-14 lg:pb-16">
        <h1>
          <span className="block text-head">How it does in the world</span>
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
            When somebody asks for an estimate or reports an outcome, it is counted here.{" "}
            <Link href={`/models/${spec.id}`} className="link">
              Ask for the first one
            </Link>
            .
          </p>
        )}
        <PeriodChoice path={`/monitoring/${spec.id}`} days={days} />
      </div>
      {report.volume.predictions > 0 && (
        <Section title="How much it is asked" anchor="volume">
          <Volume report={report} />
        </Section>
      )}
      {asked && (
        <Section title={claims ? "Does it keep what its card claims?" : "How accurate it is"} anchor="accuracy">
          {claims ? <Accuracy report={report} unit={unit} /> : <MeasuredAccuracy report={report} unit={unit} />}
        </Section>
      )}
      {claims && report.performance.outcomes > 0 && (
        <Section title="Whom it serves better" anchor="segments">
          <Segments report={report} unit={unit} />
        </Section>
      )}
      {report.volume.predictions > 0 && (
        <Section title="Is it asked what it learned?" anchor="drift">
          <Drift report={report} />
        </Section>
      )}
      {report.earlier.length > 0 && (
        <Section title="Earlier versions" anchor="earlier">
          <p className="max-w-[38rem]">
            They answered in the last {days} days and are not served now. All else on this page is about version{" "}
            <code className="font-mono">{report.version}</code>.
          </p>
          <EarlierVersions of={spec.title} versions={report.earlier} unit={unit} />
        </Section>
      )}
      <Section title="Alerts" anchor="alerts">
        <Alerts state={alerts} />
        {!hasReference(report) && (
          <p className="mt-6 max-w-[38rem] text-small text-quiet">
            No alert about drift or accuracy can fire, as no rows came with this model to compare with.
          </p>
        )}
      </Section>
    </article>
  );
}
