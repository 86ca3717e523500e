import { forRoles } from "@/components/admin/for-owner";
import { READERS } from "@/components/admin/session";
import { readLocale } from "@/components/language/read-locale";
import { ModelLine } from "@/components/monitoring/model-line";
import { Overview } from "@/components/monitoring/overview";
import { NotServedModel } from "@/components/monitoring/not-served";
import { PeriodChoice } from "@/components/monitoring/period-choice";
import { MONITORING_WORDS } from "@/components/monitoring/words";
import { toQuery } from "@/components/query";
import { DEFAULT_DAYS, readDays } from "@/lib/monitoring/days";
import { readNotServed } from "@/lib/monitoring/earlier";
import { lastDays } from "@/lib/monitoring/stored";
import { modelIn } from "@/lib/model/translate";
import { listModels } from "@/lib/registry/registry";
import { evaluateModels } from "@/lib/service/alert-watch";
import { monitoringReport } from "@/lib/service/monitoring-report";
import { readStanding } from "@/lib/store/alerts";
import { withStore } from "@/lib/store/store";
import type { Metadata } from "next";

export async function generateMetadata(): Promise<Metadata> {
  return { title: MONITORING_WORDS[await readLocale()].monitoring, robots: { index: false } };
}

export default async function MonitoringPage({ searchParams }: PageProps<"/monitoring">) {
  const query = toQuery(await searchParams);
  const days = readDays(query.get("days") ?? undefined) ?? DEFAULT_DAYS;
  return forRoles(READERS, "/monitoring", query.get("login"), async () => {
    const locale = await readLocale();
    const models = (await listModels()).map((model) => modelIn(model, locale));
    const served = models.map(({ spec }) => spec.id);
    await evaluateModels(new Date());
    const [reports, standing, notServed] = await Promise.all([
      Promise.all(models.map((model) => monitoringReport(model, days))),
      withStore((store) =>
        Promise.all(models.map(({ spec: { id }, version }) => readStanding(store, { model: id, version }))),
      ),
      withStore((store) => readNotServed(store, served, lastDays(days, new Date()))),
    ]);
    return (
      <>
        <div className="pt-8 pb-12 lg:pt-14 lg:pb-16">
          <h1 className="text-title tracking-[-0.035em]">{MONITORING_WORDS[locale].monitoring}</h1>
          <Overview models={models} reports={reports} standing={standing} days={days} />
          <PeriodChoice path="/monitoring" days={days} />
        </div>
        {models.map((model, index) => (
          <ModelLine key={model.spec.id} model={model} report={reports[index]!} days={days} />
        ))}
        {notServed.map((each) => (
          <NotServedModel key={each.model} of={each} />
        ))}
      </>
    );
  });
}
