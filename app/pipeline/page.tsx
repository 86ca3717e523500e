import { Pipeline } from "@/components/pipeline/pipeline";
import type { Metadata } from "next";
import { connection } from "next/server";
import { readPipeline } from "../../components/pipeline/state";

export const metadata: Metadata = {
  title: "Pipeline",
  description: "From a table to a public answer and back: how this deployment stands at this moment.",
};

export default async function PipelinePage() {
  await connection();
  const state = await readPipeline(new Date());
  return (
    <article className="pt-8 lg:pt-14">
      <h1 className="text-title tracking-[-0.035em]">From a table to an answer, and back</h1>
      <p className="mt-6 max-w-[38rem] text-lead text-quiet">
        This deployment as it is at this moment, station by station. What comes true at the end tells whether to begin
        again.
      </p>
      <Pipeline state={state} />
    </article>
  );
}
