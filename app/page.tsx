import { findQuestions } from "@/components/compare/question";
import { listModels, listNotServed } from "@/lib/registry/registry";
import { connection } from "next/server";
import { CompareInvitation } from "@/components/compare/compare-invitation";
import { ImportInvitation } from "@/components/import/import-invitation";
import { ModelCard } from "@/components/model-card";
import { NoModel } from "@/components/no-model";

export default async function HomePage() {
  // The list belongs to the running instance, not to the build.
  await connection();
  const models = await listModels();
  const questions = findQuestions(models);
  return (
    <>
      <div className="pt-12 pb-16 lg:pt-24 lg:pb-28">
        <h1 className="max-w-[60rem] text-[clamp(2.75rem,1.6rem+5.2vw,6.5rem)] -ml-[0.04em] leading-none tracking-[-0.045em]">
          A number, how far off it may be, and why.
        </h1>
        <p className="mt-8 max-w-[36rem] text-lead text-quiet">
          Each of these models has learned from examples. Tell it what you know, and it answers in the open.
        </p>
      </div>
      <div id="all-models">
        {models.map((model) => (
          <ModelCard key={model.spec.id} model={model} />
        ))}
        {models.length === 0 && <NoModel waiting={(await listNotServed()).length} />}
      </div>
      {questions.length > 0 && <CompareInvitation questions={questions} />}
      <ImportInvitation />
    </>
  );
}
