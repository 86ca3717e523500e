import type { Question } from "./question";
import { inSentence } from "@/lib/model/format";
import Link from "next/link";

/** Where there is more than one question to compare models on, or none. */
export function QuestionList({ questions }: { questions: Question[] }) {
  return (
    <div className="spread pt-10 lg:pt-16">
      <div className="max-w-[46rem] lg:col-start-2">
        <h1 className="text-title tracking-[-0.035em]">
          {questions.length > 0 ? "Which models shall be compared?" : "There is nothing to compare yet."}
        </h1>
        <p className="mt-5 max-w-[38rem] text-lead text-quiet">
          {questions.length > 0
            ? "Each of these questions is answered by more than one model."
            : "Models are compared when they estimate the same thing in the same unit. Each model here has its question to itself."}
        </p>
        {questions.length > 0 ? (
          <ul className="mt-8">
            {questions.map(({ models }) => (
              <li key={models[0].spec.id} className="border-t border-rule py-3">
                <Link
                  href={`/compare/${models[0].spec.id}`}
                  className="link inline-flex min-h-11 items-center text-lead"
                >
                  What is the {inSentence(models[0].spec.target.label)}?
                </Link>
                <p className="text-small text-quiet">{models.map(({ spec }) => spec.title).join(" or ")}</p>
              </li>
            ))}
          </ul>
        ) : (
          <Link href="/" className="button mt-10">
            See all models
          </Link>
        )}
      </div>
    </div>
  );
}
