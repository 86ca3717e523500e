import { forRoles } from "@/components/admin/for-owner";
import { READERS } from "@/components/admin/session";
import { readLocale } from "@/components/language/read-locale";
import { toQuery } from "@/components/query";
import { ChampionPage } from "@/components/versions/comparison/champion-page";
import { ComparisonPage } from "@/components/versions/comparison/comparison-page";
import { readVersionState } from "@/components/versions/comparison/state";
import { COMPARISON_WORDS } from "@/components/versions/comparison/words";
import { OWNER } from "@/lib/service/audit";
import { settings } from "@/lib/service/settings";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/versions/[version]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model, version } = await params;
  return { title: COMPARISON_WORDS[await readLocale()].title(version, model), robots: { index: false } };
}

export default async function VersionPage({ params, searchParams }: Props) {
  const { model, version } = await params;
  const query = toQuery(await searchParams);
  const path = `/models/${model}/versions/${version}`;
  return forRoles(READERS, path, query.get("login"), async (role) => {
    const state = (await readVersionState(model, version)) ?? notFound();
    return state.challenger ? (
      <ComparisonPage
        {...state}
        query={query}
        path={path}
        promotion={role !== OWNER ? undefined : settings().APPROVALS ? "propose" : "promote"}
      />
    ) : (
      <ChampionPage facts={state.facts} model={state.champion} challenger={state.other} />
    );
  });
}
