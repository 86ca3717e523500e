import { forOwner } from "@/components/admin/for-owner";
import { Card } from "@/components/card/card";
import { toQuery } from "@/components/query";
import { OWNER } from "@/lib/service/audit";
import { draftModel } from "@/lib/service/drafts/find";
import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Card of a draft", robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<"/studio/[draft]/card">) {
  const { draft } = await params;
  return forOwner(`/studio/${draft}/card`, toQuery(await searchParams).get("login"), async () => {
    const model = await draftModel(draft, OWNER);
    const back = (
      <Link href={`/studio/${draft}`} className="link inline-flex min-h-11 items-center text-small">
        Back to the draft
      </Link>
    );
    if (!model) {
      return (
        <div className="max-w-[38rem] pt-8 lg:pt-14">
          <h1 className="text-title">No card yet</h1>
          <p className="mt-6 mb-4">A draft has one when it is trained.</p>
          {back}
        </div>
      );
    }
    return (
      <>
        <p className="pt-4">{back}</p>
        <Card model={model} shown published={false} />
      </>
    );
  });
}
