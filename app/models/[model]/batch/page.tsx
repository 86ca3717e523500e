import { specToSend } from "@/components/admin/session";
import { originOf } from "@/components/calls/origin";
import { readKeyUse } from "@/components/calls/read-key-use";
import { BatchPage } from "@/components/batch/batch-page";
import { labelsOf } from "@/components/batch/labels";
import { BATCH_PAGE_WORDS } from "@/components/batch/page-words";
import { readLocale } from "@/components/language/read-locale";
import { readModel } from "@/components/language/read-model";
import { writerOf } from "@/lib/model/format";
import { findModel } from "@/lib/registry/registry";
import { keptRows } from "@/lib/service/prediction-log";
import { receiptKey } from "@/lib/service/signing-key";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/batch">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { spec, uncertainty } = (await readModel((await params).model)) ?? notFound();
  const locale = await readLocale();
  const words = BATCH_PAGE_WORDS[locale];
  const label = writerOf(locale).inSentence(spec.target);
  return { title: words.pageTitle(spec.title), description: words.description(label, uncertainty !== null) };
}

export default async function Page({ params }: Props) {
  const id = (await params).model;
  const [model, own] = await Promise.all([readModel(id), findModel(id)]);
  if (!model || !own) notFound();
  const spec = await specToSend(model.spec);
  const receipts = (await receiptKey()) !== undefined;
  const access = { origin: originOf(await headers()), keys: await readKeyUse() };
  return (
    <BatchPage
      model={{ ...model, spec }}
      labels={labelsOf(own.spec)}
      {...access}
      receipts={receipts}
      kept={keptRows()}
    />
  );
}
