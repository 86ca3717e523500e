import { forOwner } from "@/components/admin/for-owner";
import { StudioPage } from "@/components/studio/start/studio-page";
import { toQuery } from "@/components/query";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Studio", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/studio">) {
  return forOwner("/studio", toQuery(await searchParams).get("login"), () => StudioPage());
}
