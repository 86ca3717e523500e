import { readLocale } from "@/components/language/read-locale";
import { Pipeline } from "@/components/pipeline/pipeline";
import { readPipeline } from "@/components/pipeline/state";
import { PIPELINE_WORDS } from "@/components/pipeline/words";
import type { Metadata } from "next";
import { connection } from "next/server";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = PIPELINE_WORDS[await readLocale()];
  return { title, description };
}

export default async function PipelinePage() {
  await connection();
  const words = PIPELINE_WORDS[await readLocale()];
  const state = await readPipeline(new Date());
  return (
    <article className="pt-8 lg:pt-14">
      <h1 className="text-title tracking-[-0.035em]">{words.heading}</h1>
      <p className="mt-6 max-w-[38rem] text-lead text-quiet">{words.purpose}</p>
      <Pipeline state={state} />
    </article>
  );
}
