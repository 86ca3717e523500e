import { seesModels } from "@/components/admin/session";
import { accuracyInWords } from "@/components/accuracy-measures";
import { Card } from "@/components/card/card";
import { CARD_WORDS } from "@/components/card/words";
import { readModel } from "@/components/language/read-model";
import { localeOf } from "@/lib/model/spec";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/card">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = (await readModel((await params).model)) ?? notFound();
  const words = CARD_WORDS[localeOf(model.spec)];
  return { title: words.howAccurate(model.spec.title), description: accuracyInWords(model) };
}

export default async function CardPage({ params }: Props) {
  const model = (await readModel((await params).model)) ?? notFound();
  return <Card model={model} shown={await seesModels()} />;
}
