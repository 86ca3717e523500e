import type { Model } from "@/lib/model/model";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Standing } from "@/lib/store/alerts";
import { OpenAlerts } from "./open-alerts";
import { NO_OPEN_ALERTS, totalInWords } from "./sentences";

interface Props {
  models: Model[];
  /** Of each model, in the same order. */
  reports: MonitoringReport[];
  standing: Standing[];
  days: number;
}

/** What the owner of several models must know first: the alerts that are open; or that there are none, and how much came. */
export function Overview({ models, reports, standing, days }: Props) {
  const open = standing.some((each) => Object.keys(each).length > 0);
  return (
    <div className="mt-8">
      {open ? (
        models.map((model, index) => (
          <OpenAlerts key={model.spec.id} model={model} report={reports[index]!} standing={standing[index]!} named />
        ))
      ) : (
        <p className="max-w-[46rem] text-lead">
          {totalInWords(reports, days)} {NO_OPEN_ALERTS}
        </p>
      )}
    </div>
  );
}
