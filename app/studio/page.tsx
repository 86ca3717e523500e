import { forOwner } from "@/components/admin/for-owner";
import { readLocale } from "@/components/language/read-locale";
import { StudioPage } from "@/components/studio/start/studio-page";
import { STUDIO_WORDS } from "@/components/studio/words";
import { toQuery } from "@/components/query";
import type { Metadata } from "next";

export async function generateMetadata(): Promise<Metadata> {
  return { title: STUDIO_WORDS[await readLocale()].studio, robots: { index: false } };
}

export default async function Page({ searchParams }: PageProps<"/studio">) {
  return forOwner("/studio", toQuery(await searchParams).get("login"), () => StudioPage());
}
