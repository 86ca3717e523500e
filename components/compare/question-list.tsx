import type { Listed } from "@/lib/registry/outline";
import type { Question } from "./question";
import { inSentence } from "@/lib/model/format";
import Link from "next/link";

interface QuestionListProps {
  questions: Question<Listed>[];
  /** The model that was to be compared and that no other can be compared with, and why not with each of them. */
  alone?: { title: string; reasons: string[] };
}

/** So many reasons are given. */
const MOST_REASONS = 5;

/** Where there is more than one question to compare models on, or none; or none that a model answers. */
export function QuestionList({ questions, alone }: QuestionListProps) {
  return (
    <div className="spread pt-10 lg:pt-16">
      <div className="max-w-[46rem] lg:col-start-2">
        <h1 className="text-title tracking-[-0.035em]">
          {alone
            ? `${alone.title} stands alone.`
            : questions.length > 0
              ? "Which models shall be compared?"
              : "There is nothing to compare yet."}
        </h1>
        <p className="mt-5 max-w-[38rem] text-lead text-quiet">
          {questions.length > 0
            ? "Each of these questions is answered by more than one model."
            : "Models are compared when they were trained on the same table or name the same question. Each model here has its question to itself."}
        </p>
        {alone && alone.reasons.length > 0 && (
          <ul className="mt-4 max-w-[38rem] text-small text-quiet">
            {alone.reasons.slice(0, MOST_REASONS).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
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
