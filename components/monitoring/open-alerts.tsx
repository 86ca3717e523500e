import { useWords } from "@/components/language/use-words";
import { defaultAlertRules } from "@/lib/model/alert-rules";
import type { Model } from "@/lib/model/model";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Standing } from "@/lib/store/alerts";
import { useLocale } from "#locale";
import { ALERT_STEPS } from "./alert-guide";
import { ALERT_WORDS } from "./alert-words";
import { alertInWords, openAlertTitle } from "./alert-sentences";

interface Props {
  model: Model;
  report: MonitoringReport;
  standing: Standing;
  /** Whether the page is about several models. */
  named?: boolean;
}

/** The alerts of a model that are open: what each means, and what to do next. */
export function OpenAlerts({ model, report, standing, named = false }: Props) {
  const locale = useLocale();
  const { meanings } = useWords(ALERT_WORDS);
  const rules = (model.spec.alerts ?? defaultAlertRules).filter(({ id }) => id in standing);
  return rules.map((rule) => {
    const Steps = ALERT_STEPS[rule.metric];
    const heading = `open-alert-${model.spec.id}-${rule.id}`;
    const title = named ? model.spec.title : undefined;
    return (
      <section
        key={rule.id}
        aria-labelledby={heading}
        className="mt-8 max-w-[46rem] border-l-2 border-rust pl-5 first:mt-0"
      >
        <h2 id={heading} className="text-lead font-medium text-rust">
          <span aria-hidden="true">▲&nbsp;</span>
          {openAlertTitle(locale, alertInWords(locale, rule), standing[rule.id]!, title)}
        </h2>
        <p className="mt-2 max-w-[38rem]">{meanings[rule.metric]}</p>
        <ol className="mt-3 max-w-[38rem] list-decimal space-y-1 pl-5">
          <Steps model={model} report={report} />
        </ol>
      </section>
    );
  });
}
