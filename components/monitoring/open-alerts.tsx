import { defaultAlertRules } from "@/lib/model/alert-rules";
import type { Model } from "@/lib/model/model";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Standing } from "@/lib/store/alerts";
import { ALERT_GUIDES } from "./alert-guide";
import { openAlertTitle } from "./sentences";

interface Props {
  model: Model;
  report: MonitoringReport;
  standing: Standing;
  /** Whether the page is about several models. */
  named?: boolean;
}

/** The alerts of a model that are open: what each means, and what to do next. */
export function OpenAlerts({ model, report, standing, named = false }: Props) {
  const rules = (model.spec.alerts ?? defaultAlertRules).filter(({ id }) => id in standing);
  return rules.map(({ id, metric }) => {
    const { title, meaning, steps } = ALERT_GUIDES[metric];
    const heading = `open-alert-${model.spec.id}-${id}`;
    return (
      <section key={id} aria-labelledby={heading} className="mt-8 max-w-[46rem] border-l-2 border-rust pl-5 first:mt-0">
        <h2 id={heading} className="text-lead font-medium text-rust">
          <span aria-hidden="true">▲&nbsp;</span>
          {openAlertTitle(title, standing[id]!, named ? model.spec.title : undefined)}
        </h2>
        <p className="mt-2 max-w-[38rem]">{meaning}</p>
        <ol className="mt-3 max-w-[38rem] list-decimal space-y-1 pl-5">
          {steps({ model, report }).map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      </section>
    );
  });
}
