import { specToSend } from "@/components/admin/session";
import { originOf } from "@/components/calls/origin";
import { readKeyUse } from "@/components/calls/read-key-use";
import { BatchPage } from "@/components/batch/batch-page";
import { inSentence } from "@/lib/model/format";
import { findModel } from "@/lib/registry/registry";
import { keptRows } from "@/lib/service/prediction-log";
import { receiptKey } from "@/lib/service/signing-key";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]/batch">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { spec, uncertainty } = (await findModel((await params).model)) ?? notFound();
  const what = `the ${inSentence(spec.target.label)} of each row${uncertainty ? ", its range and how sure it is" : ""}`;
  return {
    title: `Estimate from a CSV file: ${spec.title}`,
    description: `A CSV file comes back with ${what}.`,
  };
}

export default async function Page({ params }: Props) {
  const model = (await findModel((await params).model)) ?? notFound();
  const spec = await specToSend(model.spec);
  const receipts = (await receiptKey()) !== undefined;
  const access = { origin: originOf(await headers()), keys: await readKeyUse() };
  return <BatchPage model={{ ...model, spec }} {...access} receipts={receipts} kept={keptRows()} />;
}
