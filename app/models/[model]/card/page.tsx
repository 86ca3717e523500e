import { seesModels } from "@/components/admin/session";
import { Card } from "@/components/card/card";
import { accuracyInWords } from "@/components/accuracy-measures";
import { findModel } from "@/lib/registry/registry";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/card">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = (await findModel((await params).model)) ?? notFound();
  return { title: `How accurate is ${model.spec.title}?`, description: accuracyInWords(model) };
}

export default async function CardPage({ params }: Props) {
  const model = (await findModel((await params).model)) ?? notFound();
  return <Card model={model} shown={await seesModels()} />;
}
