import type { Question } from "./question";
import { asSentence, countInWords } from "@/components/words";
import { inSentence } from "@/lib/model/format";
import Link from "next/link";

/** The way from the list of models to those that answer the same question. */
export function CompareInvitation({ questions }: { questions: Question[] }) {
  return (
    <section aria-labelledby="compare-models" className="spread border-t border-ink pt-6 pb-16 lg:pb-24">
      <p className="text-small font-medium">Side by side</p>
      <div>
        <h2 id="compare-models" className="max-w-[46rem] text-head tracking-[-0.02em]">
          Which one to trust more?
        </h2>
        {questions.map(({ models }) => (
          <p key={models[0].spec.id} className="mt-4 max-w-[38rem]">
            {asSentence(
              `${countInWords(models.length)} models estimate the ${inSentence(models[0].spec.target.label)}`,
            )}{" "}
            See what {models.map(({ spec }) => spec.title).join(" and ")} make of the same answers
            {models.every(({ evidence }) => evidence) && ", and which has been nearer to the truth"}.
          </p>
        ))}
        <Link href="/compare" className="button mt-6">
          Compare the models
        </Link>
      </div>
    </section>
  );
}
