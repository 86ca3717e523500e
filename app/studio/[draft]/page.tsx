import { forOwner } from "@/components/admin/for-owner";
import { DraftPage } from "@/components/studio/draft-page";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { settings } from "@/lib/service/settings";
import { withStore } from "@/lib/store/store";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Draft", robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<"/studio/[draft]">) {
  const { draft } = await params;
  return forOwner(`/studio/${draft}`, toQuery(await searchParams).get("login"), async () => {
    await withStore(() => Promise.resolve());
    return <DraftPage id={draft} token={await pageToken()} approvals={settings().APPROVALS} />;
  });
}
