import { forOwner } from "@/components/admin/for-owner";
import { readLocale } from "@/components/language/read-locale";
import { DraftPage } from "@/components/studio/draft-page";
import { DRAFT_WORDS } from "@/components/studio/draft-words";
import { Verdict } from "@/components/studio/verdict";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { modelIn } from "@/lib/model/translate";
import { listPublished } from "@/lib/registry/registry";
import { OWNER } from "@/lib/service/audit";
import { draftModel } from "@/lib/service/drafts/find";
import { settings } from "@/lib/service/settings";
import type { Metadata } from "next";

export async function generateMetadata(): Promise<Metadata> {
  return { title: DRAFT_WORDS[await readLocale()].draft, robots: { index: false } };
}

export default async function Page({ params, searchParams }: PageProps<"/studio/[draft]">) {
  const { draft } = await params;
  return forOwner(`/studio/${draft}`, toQuery(await searchParams).get("login"), async () => {
    const model = await draftModel(draft, OWNER);
    const verdict = model && {
      revision: model.revision,
      shown: <Verdict model={modelIn(model, await readLocale())} />,
    };
    const stored = (await listPublished()).filter(({ origin }) => origin === "store");
    const champions = Object.fromEntries(stored.map(({ id, version }) => [id, version]));
    const { APPROVALS: approvals } = settings();
    return <DraftPage id={draft} token={await pageToken()} {...{ approvals, champions, verdict }} />;
  });
}
