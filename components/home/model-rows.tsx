import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { batchPath } from "@/components/query";
import type { Question } from "@/components/compare/question";
import type { Listed } from "@/lib/registry/outline";
import { meetingDollars, type Writer } from "@/lib/model/format";
import Link from "next/link";
import { accuracyLine } from "./accuracy-line";
import type { RankedModel } from "./rank-models";
import { HOME_WORDS } from "./words";

/** Models that a link names. */
const MOST_NAMED = 3;

/** Compare “House price” and “Salary”; compare 12 models of the sale price. */
function compareInWords({ models }: Question<Listed>, write: Writer): string {
  const words = HOME_WORDS[write.locale];
  if (models.length <= MOST_NAMED) return words.compare(write.list(models.map(({ spec }) => write.quoted(spec.title))));
  return words.compareMany(write.quantity(models.length), write.inSentence(models[0].spec.target));
}

/** The models that are there, each with its accuracy and the ways into it. */
export function ModelRows({ ranked, questions }: { ranked: RankedModel[]; questions: Question<Listed>[] }) {
  const words = useWords(HOME_WORDS);
  const plain = useWriter();
  const write = meetingDollars(ranked.map(({ model }) => model.spec.target.unit)) ? plain.withCountries : plain;
  return (
    <section id="all-models" aria-labelledby="models-heading" className="spread border-t border-ink py-10 lg:py-14">
      <h2 id="models-heading" className="text-base font-medium">
        {ranked.length === 1 ? words.theModel : words.allModels}
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
                  <p className="mt-1 text-small text-quiet">{accuracyLine(each, write)}</p>
                </div>
                <ul className="flex flex-wrap items-start gap-x-6 text-small md:pt-1">
                  <li>
                    <Link href={`/models/${spec.id}/card`} className="link inline-flex min-h-11 items-center">
                      {words.accuracy}
                      <span className="sr-only">: {spec.title}</span>
                    </Link>
                  </li>
                  <li>
                    <Link href={batchPath(spec)} className="link inline-flex min-h-11 items-center">
                      {words.fromFile}
                      <span className="sr-only">: {spec.title}</span>
                    </Link>
                  </li>
                  <li>
                    <Link href={`/models/${spec.id}/api`} className="link inline-flex min-h-11 items-center">
                      {words.api}
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
              {compareInWords(question, write)}
            </Link>
          </p>
        ))}
      </div>
    </section>
  );
}
