import { localeOf } from "@/lib/language/locale";
import { seesModels } from "@/components/admin/session";
import { accuracyInWords } from "@/components/accuracy-measures";
import { Card } from "@/components/card/card";
import { CARD_WORDS } from "@/components/card/words";
import { readModel } from "@/components/language/read-model";
import { linkMetadata } from "@/components/share/link-metadata";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/card">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = (await readModel((await params).model)) ?? notFound();
  const { spec } = model;
  return {
    title: CARD_WORDS[localeOf(spec)].howAccurate(spec.title),
    description: accuracyInWords(model),
    ...(await linkMetadata(`/models/${spec.id}/card`, { spec, path: `/models/${spec.id}` })),
  };
}

export default async function CardPage({ params }: Props) {
  const model = (await readModel((await params).model)) ?? notFound();
  return <Card model={model} shown={await seesModels()} />;
}
