import { forOwner } from "@/components/admin/for-owner";
import { Card } from "@/components/card/card";
import { readLocale } from "@/components/language/read-locale";
import { DRAFT_WORDS } from "@/components/studio/draft-words";
import { toQuery } from "@/components/query";
import { modelIn } from "@/lib/model/translate";
import { OWNER } from "@/lib/service/audit";
import { draftModel } from "@/lib/service/drafts/find";
import type { Metadata } from "next";
import Link from "next/link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: DRAFT_WORDS[await readLocale()].cardOf, robots: { index: false } };
}

export default async function Page({ params, searchParams }: PageProps<"/studio/[draft]/card">) {
  const { draft } = await params;
  return forOwner(`/studio/${draft}/card`, toQuery(await searchParams).get("login"), async () => {
    const [model, locale] = await Promise.all([draftModel(draft, OWNER), readLocale()]);
    const words = DRAFT_WORDS[locale];
    const back = (
      <Link href={`/studio/${draft}`} className="link inline-flex min-h-11 items-center text-small">
        {words.back}
      </Link>
    );
    if (!model) {
      return (
        <div className="max-w-[38rem] pt-8 lg:pt-14">
          <h1 className="text-title">{words.noCard}</h1>
          <p className="mt-6 mb-4">{words.whenTrained}</p>
          {back}
        </div>
      );
    }
    return (
      <>
        <p className="pt-4">{back}</p>
        <Card model={modelIn(model, locale)} shown published={false} />
      </>
    );
  });
}
