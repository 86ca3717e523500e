import { forRoles } from "@/components/admin/for-owner";
import { READERS } from "@/components/admin/session";
import { Report } from "@/components/monitoring/report";
import { readAlerts } from "@/components/monitoring/alert-state";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { DEFAULT_DAYS, readDays } from "@/lib/monitoring/days";
import { findModel } from "@/lib/registry/registry";
import { OWNER } from "@/lib/service/audit";
import { TOO_MANY_DRAFTS } from "@/lib/service/drafts/refusal";
import { whyNotRetrain } from "@/lib/service/drafts/retrain";
import { NO_OUTCOMES } from "@/lib/service/drafts/retrain-words";
import { monitoringReport } from "@/lib/service/monitoring-report";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

/** Why the form made no draft, as the address has it. */
const REFUSALS = new Map([
  ["refused", NO_OUTCOMES],
  ["full", TOO_MANY_DRAFTS],
]);

type Props = PageProps<"/monitoring/[model]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = (await findModel((await params).model)) ?? notFound();
  return { title: `Monitoring: ${model.spec.title}`, robots: { index: false } };
}

export default async function ModelMonitoringPage({ params, searchParams }: Props) {
  const model = (await findModel((await params).model)) ?? notFound();
  const query = toQuery(await searchParams);
  const days = readDays(query.get("days") ?? undefined) ?? DEFAULT_DAYS;
  return forRoles(READERS, `/monitoring/${model.spec.id}`, query.get("login"), async (role) => {
    const report = await monitoringReport(model, days);
    const alerts = await readAlerts(model, new Date());
    const retraining = {
      fault: role === OWNER ? await whyNotRetrain(model) : "the owner trains models, and you are the reviewer",
      refusal: REFUSALS.get(query.get("retrain") ?? ""),
      token: await pageToken(),
    };
    return <Report model={model} report={report} alerts={alerts} days={days} retraining={retraining} />;
  });
}
