import type { Model } from "@/lib/model/model";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Standing } from "@/lib/store/alerts";
import { useLocale } from "#locale";
import { lacksOutcomes, ReportOutcomes } from "./first-steps";
import { OpenAlerts } from "./open-alerts";
import { noOpenAlerts } from "./alert-sentences";
import { totalInWords } from "./volume-sentences";

interface Props {
  models: Model[];
  /** Of each model, in the same order. */
  reports: MonitoringReport[];
  standing: Standing[];
  days: number;
}

/**
 * What comes first for several models: the open alerts; where there are none, the number of requests and outcomes. Then
 * how to report outcomes, where a model has too few.
 */
export function Overview({ models, reports, standing, days }: Props) {
  const locale = useLocale();
  const open = standing.some((each) => Object.keys(each).length > 0);
  return (
    <div className="mt-8">
      {open ? (
        models.map((model, index) => (
          <OpenAlerts key={model.spec.id} model={model} report={reports[index]!} standing={standing[index]!} named />
        ))
      ) : (
        <p className="max-w-[46rem] text-lead">
          {totalInWords(locale, reports, days)} {noOpenAlerts(locale)}
        </p>
      )}
      {reports.some(lacksOutcomes) && (
        <p className="mt-5 max-w-[38rem]">
          <ReportOutcomes />
        </p>
      )}
    </div>
  );
}
