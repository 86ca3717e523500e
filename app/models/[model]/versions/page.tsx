import { forRoles } from "@/components/admin/for-owner";
import { READERS } from "@/components/admin/session";
import { readLocale } from "@/components/language/read-locale";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { readGate, readVersions } from "@/components/versions/state";
import { VersionsPage } from "@/components/versions/versions-page";
import { VERSION_WORDS } from "@/components/versions/words";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: VERSION_WORDS[await readLocale()].versions, robots: { index: false } };
}

export default async function ModelVersionsPage({ params, searchParams }: PageProps<"/models/[model]/versions">) {
  const { model: id } = await params;
  const query = toQuery(await searchParams);
  const { login, ...kept } = Object.fromEntries(query);
  const back = new URLSearchParams(kept).toString();
  return forRoles(READERS, `/models/${id}/versions${back && `?${back}`}`, login ?? null, async (role) => {
    const state = (await readVersions(id)) ?? notFound();
    const decided = state.versions
      .filter(({ version, proposal }) => proposal || version === query.get("promote"))
      .map(({ version }) => version);
    const gates = new Map<string, Awaited<ReturnType<typeof readGate>>>();
    for (const version of decided) gates.set(version, await readGate(state, version));
    return <VersionsPage state={state} role={role} gates={gates} query={query} token={await pageToken()} />;
  });
}
