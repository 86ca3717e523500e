import { AnswersChart } from "@/components/compare/answers-chart";
import { CompareForm } from "@/components/compare/compare-form";
import { differenceInWords } from "@/components/compare/difference-in-words";
import { Differences } from "@/components/compare/differences";
import { commonStep, numberAnswers, type Inquiry } from "@/components/compare/inquiry";
import type { Question } from "@/components/compare/question";
import { inputsInWords } from "@/components/change-words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { termDifferences } from "@/lib/judging/term-differences";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import { TermTable } from "./term-table";
import { COMPARISON_WORDS } from "./words";

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface SameCaseProps {
  question: Question;
  inquiry: Inquiry;
  champion: Model;
  challenger: Model;
  /** The address of this page without its query. */
  path: string;
}

/** The same inputs through both versions, and the difference of their estimates term by term. */
export function SameCase({ question, inquiry, champion, challenger, path }: SameCaseProps) {
  const words = useWords(COMPARISON_WORDS);
  const { locale, inSentence, quoted } = useWriter();
  // "the champion"; „Champion“, which has no article.
  const nameOf = locale === "de" ? quoted : inSentence;
  const numbers = numberAnswers(inquiry.answers);
  const refused = inquiry.answers.flatMap(({ model, prediction }) =>
    prediction.refusal ? [words.noEstimate(model.spec.title, prediction.refusal.detail)] : [],
  );
  const own = (model: Model): Inputs =>
    Object.fromEntries(model.spec.inputs.map(({ name }) => [name, inquiry.inputs[name] ?? null]));
  const terms =
    numbers.length === 2
      ? termDifferences(champion, challenger, { champion: own(champion), challenger: own(challenger) })
      : null;
  return (
    <>
      <Section anchor="case" title={words.sameCase}>
        {inquiry.answers.length > 0 && (
          <>
            <p className="max-w-[38rem]">
              {words[inquiry.example ? "example" : "entered"](inputsInWords(question.inputs, inquiry.inputs))}
            </p>
            {refused.map((sentence) => (
              <p key={sentence} className="mt-4 max-w-[38rem]">
                {asSentence(sentence)}
              </p>
            ))}
            {numbers.length > 0 && (
              <figure className="mt-6">
                {numbers.length > 1 && (
                  <figcaption className="max-w-[38rem]">
                    {capitalise(differenceInWords(numbers, commonStep(numbers), nameOf))}
                  </figcaption>
                )}
                <AnswersChart answers={numbers} step={commonStep(numbers)} />
              </figure>
            )}
          </>
        )}
        <div className="screen-only mt-10">
          <CompareForm
            key={JSON.stringify(inquiry.text)}
            path={`${path}#case`}
            inputs={question.inputs}
            text={inquiry.text}
            faults={inquiry.faults}
            action={words.ask}
          />
        </div>
      </Section>
      {terms && <TermTable differences={terms} target={champion.spec.target} />}
      {numbers.length === 2 && (terms === null || terms.encodedOtherwise.length > 0) && (
        <Differences question={question} inquiry={inquiry} nameOf={nameOf} />
      )}
    </>
  );
}
