import type { Listed } from "@/lib/registry/outline";
import type { Question } from "./question";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import Link from "next/link";
import { COMPARE_WORDS } from "./words";

interface QuestionListProps {
  questions: Question<Listed>[];
  /** The model that the address names, and why it cannot be compared with each of the others. */
  alone?: { title: string; reasons: string[] };
}

/** The most reasons that are given. */
const MOST_REASONS = 5;

/** The questions to choose from, where there are several or none, or where the named model cannot be compared. */
export function QuestionList({ questions, alone }: QuestionListProps) {
  const { list, question, or } = useWords(COMPARE_WORDS);
  const { inSentence } = useWriter();
  return (
    <div className="spread pt-10 lg:pt-16">
      <div className="max-w-[46rem] lg:col-start-2">
        <h1 className="text-title tracking-[-0.035em]">
          {alone ? list.alone(alone.title) : questions.length > 0 ? list.which : list.nothing}
        </h1>
        <p className="mt-5 max-w-[38rem] text-lead text-quiet">
          {questions.length > 0 ? list.questions : list.conditions}
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
                  {question(inSentence(models[0].spec.target))}
                </Link>
                <p className="text-small text-quiet">{models.map(({ spec }) => spec.title).join(or)}</p>
              </li>
            ))}
          </ul>
        ) : (
          <Link href="/" className="button mt-10">
            {list.all}
          </Link>
        )}
      </div>
    </div>
  );
}
