import { Pipeline } from "@/components/pipeline/pipeline";
import type { Metadata } from "next";
import { connection } from "next/server";
import { readPipeline } from "../../components/pipeline/state";

export const metadata: Metadata = {
  title: "Pipeline",
  description: "The status of this deployment, from training data to monitoring.",
};

export default async function PipelinePage() {
  await connection();
  const state = await readPipeline(new Date());
  return (
    <article className="pt-8 lg:pt-14">
      <h1 className="text-title tracking-[-0.035em]">Pipeline status</h1>
      <p className="mt-6 max-w-[38rem] text-lead text-quiet">
        From training data to monitoring; outcomes show when to retrain.
      </p>
      <Pipeline state={state} />
    </article>
  );
}
