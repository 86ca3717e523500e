import type { Inquiry } from "./inquiry";
import type { Question } from "./question";
import { judge } from "./verdict";
import { seenValues } from "@/components/form/start-form";
import { Section } from "@/components/section";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Model } from "@/lib/model/model";
import { group } from "d3-array";
import { AccuracyComparison } from "./accuracy-comparison";
import { Answers } from "./answers";
import { ClaimComparison } from "./claim-comparison";
import { CompareForm } from "./compare-form";
import { Differences } from "./differences";
import { ModelList } from "./model-list";
import { RatioComparison } from "./ratio-comparison";
import { Terms } from "./terms";
import { VerdictInWords } from "./verdict-in-words";
import { COMPARE_WORDS } from "./words";

interface ComparisonProps {
  question: Question;
  inquiry: Inquiry;
  /** The address of this page without its query. */
  path: string;
  /** Whether the reader sees what models are made of. */
  shown: boolean;
}

/** The values of each input in the training data, where those of all models that use it are the same. */
function seenByAll(models: Model[]): Record<string, string> {
  const all = models.flatMap((model) => Object.entries(seenValues(model)));
  const texts = group(all, ([name]) => name);
  const users = (name: string) => models.filter(({ spec }) => spec.inputs.some((input) => input.name === name));
  return Object.fromEntries(
    [...texts].flatMap(([name, seen]) => {
      const isOne = new Set(seen.map(([, text]) => text)).size === 1 && seen.length === users(name).length;
      return isOne ? [seen[0]!] : [];
    }),
  );
}

/** Models that answer the same question, side by side: which is more accurate, the estimate of each, and why they differ. */
export function Comparison({ question, inquiry, path, shown }: ComparisonProps) {
  const { models, inputs } = question;
  const { target } = models[0].spec;
  const verdict = judge(question);
  const words = useWords(COMPARE_WORDS);
  const write = useWriter();
  const count = write.quantity(models.length);
  const answered = inquiry.answers.length > 0;
  const faulty = inquiry.faults.length > 0;

  const form = (
    <Section anchor="ask" title={answered ? words.change : words.enter}>
      <CompareForm
        // At another address the form starts anew with the answers of that address.
        key={JSON.stringify(inquiry.text)}
        path={path}
        inputs={inputs}
        text={inquiry.text}
        faults={inquiry.faults}
        seen={seenByAll(models)}
        action={words.compare(models.length, count)}
      />
    </Section>
  );
  const trust = <VerdictInWords verdict={verdict} />;
  return (
    <article>
      <div className="spread pt-8 pb-14 lg:pt-14 lg:pb-20">
        <div className="max-w-[46rem] min-w-0 lg:order-last">
          <h1>
            <span className="block text-head">{words.head(count)}</span>
            <span className="mt-1 block text-title tracking-[-0.035em]">
              {words.question(write.inSentence(target))}
            </span>
          </h1>
          {!faulty && <div className="mt-8">{trust}</div>}
        </div>
        <ModelList models={models} verdict={verdict} />
      </div>
      {!answered && form}
      {faulty && <Section title={words.whichIsBetter}>{trust}</Section>}
      {answered && (
        <Section title={words.answers(inquiry.example, models.length, count)}>
          <Answers question={question} inquiry={inquiry} verdict={verdict} />
        </Section>
      )}
      {answered && <Differences question={question} inquiry={inquiry} />}
      <AccuracyComparison models={models} verdict={verdict} />
      <RatioComparison models={models} />
      <ClaimComparison models={models} />
      <Section title={words.terms}>
        <Terms models={models} shown={shown} />
      </Section>
      {answered && <div className="screen-only">{form}</div>}
    </article>
  );
}
