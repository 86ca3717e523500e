import { batchPath } from "@/components/query";
import type { Question } from "@/components/compare/question";
import type { Listed } from "@/lib/registry/outline";
import { formatQuantity, inSentence, listInWords } from "@/lib/model/format";
import Link from "next/link";
import { accuracyLine } from "./accuracy-line";
import type { RankedModel } from "./rank-models";

/** Models that a link names. */
const MOST_NAMED = 3;

/** "Compare House price and Salary"; "Compare 12 models of the sale price". */
function compareInWords({ models }: Question<Listed>): string {
  if (models.length <= MOST_NAMED) return `Compare ${listInWords(models.map(({ spec }) => spec.title))}`;
  return `Compare ${formatQuantity(models.length)} models of the ${inSentence(models[0].spec.target.label)}`;
}

/** The models that are there, each with its accuracy and the ways into it. */
export function ModelRows({ ranked, questions }: { ranked: RankedModel[]; questions: Question<Listed>[] }) {
  return (
    <section id="all-models" aria-labelledby="models-heading" className="spread border-t border-ink py-10 lg:py-14">
      <h2 id="models-heading" className="text-base font-medium">
        {ranked.length === 1 ? "The model" : "All models"}
      </h2>
      <div className="min-w-0">
        <ul>
          {ranked.map((each) => {
            const { spec } = each.model;
            return (
              <li
                key={spec.id}
                className="grid gap-x-10 border-t border-rule py-4 first:border-t-0 first:pt-0 md:grid-cols-[minmax(0,1fr)_auto]"
              >
                <div>
                  <h3>
                    <Link href={`/models/${spec.id}`} className="link inline-flex min-h-11 items-center text-lead">
                      {spec.title}
                    </Link>
                  </h3>
                  <p>{spec.summary}</p>
                  <p className="mt-1 text-small text-quiet">{accuracyLine(each)}</p>
                </div>
                <ul className="flex flex-wrap items-start gap-x-6 text-small md:pt-1">
                  <li>
                    <Link href={`/models/${spec.id}/card`} className="link inline-flex min-h-11 items-center">
                      Accuracy
                      <span className="sr-only">: {spec.title}</span>
                    </Link>
                  </li>
                  <li>
                    <Link href={batchPath(spec)} className="link inline-flex min-h-11 items-center">
                      From a CSV file
                      <span className="sr-only">: {spec.title}</span>
                    </Link>
                  </li>
                  <li>
                    <Link href={`/models/${spec.id}/api`} className="link inline-flex min-h-11 items-center">
                      API
                      <span className="sr-only">: {spec.title}</span>
                    </Link>
                  </li>
                </ul>
              </li>
            );
          })}
        </ul>
        {questions.map((question) => (
          <p key={question.models[0].spec.id} className="border-t border-rule pt-4">
            <Link href={`/compare/${question.models[0].spec.id}`} className="link inline-flex min-h-11 items-center">
              {compareInWords(question)}
            </Link>
          </p>
        ))}
      </div>
    </section>
  );
}
