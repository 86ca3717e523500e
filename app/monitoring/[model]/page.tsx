import { forRoles } from "@/components/admin/for-owner";
import { READERS } from "@/components/admin/session";
import { readLocale } from "@/components/language/read-locale";
import { readModel } from "@/components/language/read-model";
import { Report } from "@/components/monitoring/report";
import { readAlerts } from "@/components/monitoring/alert-state";
import { MONITORING_WORDS } from "@/components/monitoring/words";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { DEFAULT_DAYS, readDays } from "@/lib/monitoring/days";
import { OWNER } from "@/lib/service/audit";
import { whyNotRetrain } from "@/lib/service/drafts/retrain";
import { RETRAIN_WORDS } from "@/lib/service/drafts/retrain-words";
import { monitoringReport } from "@/lib/service/monitoring-report";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

/** Why the form made no draft, as the address has it. */
const REFUSALS = new Map<string | null, "noOutcomes" | "tooManyDrafts" | "unreadable">([
  ["refused", "noOutcomes"],
  ["unreadable", "unreadable"],
  ["full", "tooManyDrafts"],
]);

type Props = PageProps<"/monitoring/[model]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = (await readModel((await params).model)) ?? notFound();
  const words = MONITORING_WORDS[await readLocale()];
  return { title: words.titleOf(model.spec.title), robots: { index: false } };
}

export default async function ModelMonitoringPage({ params, searchParams }: Props) {
  const model = (await readModel((await params).model)) ?? notFound();
  const query = toQuery(await searchParams);
  const days = readDays(query.get("days") ?? undefined) ?? DEFAULT_DAYS;
  return forRoles(READERS, `/monitoring/${model.spec.id}`, query.get("login"), async (role) => {
    const report = await monitoringReport(model, days);
    const alerts = await readAlerts(model, new Date());
    const words = RETRAIN_WORDS[await readLocale()];
    const refusal = REFUSALS.get(query.get("retrain"));
    const retraining = {
      fault: role === OWNER ? await whyNotRetrain(model) : words.onlyOwner,
      refusal: refusal && words[refusal],
      token: await pageToken(),
    };
    return <Report model={model} report={report} alerts={alerts} days={days} retraining={retraining} />;
  });
}
