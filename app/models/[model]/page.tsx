import { specToSend } from "@/components/admin/session";
import { EstimateForm } from "@/components/form/estimate-form";
import { startForm } from "@/components/form/start-form";
import { readModel } from "@/components/language/read-model";
import { Questionnaire } from "@/components/questionnaire";
import { linkMetadata } from "@/components/share/link-metadata";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

type Props = PageProps<"/models/[model]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { spec } = (await readModel((await params).model)) ?? notFound();
  const path = `/models/${spec.id}`;
  return { title: spec.title, description: spec.summary, ...(await linkMetadata(path, { spec, path })) };
}

export default async function ModelPage({ params }: Props) {
  const model = (await readModel((await params).model)) ?? notFound();
  return (
    <Questionnaire model={model}>
      <EstimateForm spec={await specToSend(model.spec)} faults={[]} start={startForm(model)} />
    </Questionnaire>
  );
}
