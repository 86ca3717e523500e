import { forOwner } from "@/components/admin/for-owner";
import { Report } from "@/components/monitoring/report";
import { readAlerts } from "@/components/monitoring/alert-state";
import { toQuery } from "@/components/query";
import { DEFAULT_DAYS, readDays } from "@/lib/monitoring/days";
import { monitorStored } from "@/lib/monitoring/stored";
import { findModel } from "@/lib/registry/registry";
import { withStore } from "@/lib/store/store";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

type Props = PageProps<"/monitoring/[model]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = (await findModel((await params).model)) ?? notFound();
  return { title: `In the world: ${model.spec.title}`, robots: { index: false } };
}

export default async function ModelMonitoringPage({ params, searchParams }: Props) {
  const model = (await findModel((await params).model)) ?? notFound();
  const query = toQuery(await searchParams);
  const days = readDays(query.get("days") ?? undefined) ?? DEFAULT_DAYS;
  return forOwner(`/monitoring/${model.spec.id}`, query.get("login"), async () => {
    const now = new Date();
    const report = await withStore((store) => monitorStored(store, model, days, now));
    const alerts = await readAlerts(model, now);
    return <Report model={model} report={report} alerts={alerts} days={days} />;
  });
}
