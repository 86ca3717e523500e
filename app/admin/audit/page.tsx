import { forRoles } from "@/components/admin/for-owner";
import { READERS } from "@/components/admin/session";
import { AuditPage } from "@/components/audit/audit-page";
import { AUDIT_WORDS } from "@/components/audit/words";
import { readLocale } from "@/components/language/read-locale";
import { toQuery } from "@/components/query";
import { listPublished } from "@/lib/registry/registry";
import { readAudit } from "@/lib/service/audit";
import { countVersions } from "@/lib/store/published-models";
import { withStore } from "@/lib/store/store";
import type { Metadata } from "next";

export async function generateMetadata(): Promise<Metadata> {
  return { title: AUDIT_WORDS[await readLocale()].title, robots: { index: false } };
}

export default async function AdminAuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const query = toQuery(await searchParams);
  return forRoles(READERS, "/admin/audit", query.get("login"), async () => {
    const model = query.get("model") || undefined;
    const before = query.get("before") ?? undefined;
    // An address that was cut short leads to the first page.
    const found = await readAudit({ model, before });
    const page = found ?? (await readAudit({ model }))!;
    const stored = await withStore(countVersions);
    const models = [...(await listPublished()).map(({ id }) => id), ...stored.map((each) => each.model)].sort();
    return <AuditPage {...page} model={model} models={models} first={before === undefined || !found} />;
  });
}
