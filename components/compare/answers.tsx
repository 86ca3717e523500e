import { commonStep, numberAnswers, type Answer, type Inquiry } from "./inquiry";
import type { Question } from "./question";
import type { Verdict } from "./verdict";
import { inputsInWords } from "@/components/change-words";
import { estimatePath } from "@/components/query";
import { rangeOrReason } from "@/components/range-words";
import { confidenceInWords } from "@/components/result/sentences";
import { asSentence, meanInWords } from "@/components/words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Warning } from "@/lib/model/answer/warnings";
import Link from "next/link";
import { AnswersChart } from "./answers-chart";
import { differenceInWords } from "./difference-in-words";
import { ModelColumns } from "./model-columns";
import { trustedMost } from "./verdict-in-words";
import { COMPARE_WORDS } from "./words";

interface AnswersProps {
  question: Question;
  inquiry: Inquiry;
  verdict: Verdict;
}

function Warnings({ warnings }: { warnings: Warning[] }) {
  const words = useWords(COMPARE_WORDS);
  if (warnings.length === 0) return null;
  return (
    <div className="border-l-2 border-rust pl-4">
      <p className="font-medium text-rust">{words.care}</p>
      <ul>
        {warnings.map(({ code, input, detail }) => (
          <li key={`${code} ${input}`}>{asSentence(detail)}</li>
        ))}
      </ul>
    </div>
  );
}

interface OneAnswerProps {
  answer: Answer;
  step: number;
  fullReport: string;
  /** Behind its probability; see `isLessLikely`. */
  note?: string;
}

/** Whether a model that is more accurate over all cases is less likely to be near the truth here than another. */
function isLessLikely(answer: Answer, answers: Answer[]): boolean {
  const own = confidenceOf(answer);
  if (!own) return false;
  return answers.some((other) => {
    const confidence = confidenceOf(other);
    const sameNear = confidence?.within === own.within && confidence.relative === own.relative;
    return sameNear && confidence.probability > own.probability;
  });
}

const confidenceOf = ({ prediction }: Answer) => (prediction.refusal ? null : prediction.confidence);

function OneAnswer({ answer, step, fullReport, note }: OneAnswerProps) {
  const words = useWords(COMPARE_WORDS);
  const { quantity } = useWriter();
  const { spec } = answer.model;
  const { prediction } = answer;
  return (
    <>
      <p className="mt-3 text-figure tracking-[-0.05em]">
        {prediction.refusal ? words.noEstimate : quantity(prediction.estimate, spec.target.unit, step)}
      </p>
      <div className="mt-4 space-y-3">
        {prediction.refusal ? (
          <p>{asSentence(prediction.refusal.detail)}</p>
        ) : (
          <>
            <Warnings warnings={prediction.warnings} />
            <p>
              {rangeOrReason(spec, prediction, step)}{" "}
              {prediction.confidence && confidenceInWords(spec, prediction.confidence)} {prediction.confidence && note}
            </p>
            {prediction.mean !== undefined && <p className="text-quiet">{meanInWords(spec, prediction.mean, step)}</p>}
          </>
        )}
      </div>
      <Link href={fullReport} className="link mt-auto inline-flex min-h-11 items-end self-start pt-3">
        {prediction.refusal ? words.whyNot : words.report}
      </Link>
    </>
  );
}

/** The estimate of each model, on one scale, and how far apart they are. */
export function Answers({ question, inquiry, verdict }: AnswersProps) {
  const words = useWords(COMPARE_WORDS);
  const { inputs, answers, example } = inquiry;
  const trusted = trustedMost(verdict);
  const written = inputsInWords(question.inputs, inputs);
  const numbers = numberAnswers(answers);
  const step = commonStep(numbers);
  return (
    <>
      <p className="max-w-[38rem]">
        {example ? words.example(written) : words.entered(written)}{" "}
        <a href="#ask" className="link screen-only">
          {example ? words.enterOwn : words.enterOther}
        </a>
      </p>
      <ModelColumns
        models={answers.map(({ model }) => model)}
        note={(model) => model === trusted && words.better(answers.length)}
      >
        {(model, index) => (
          <OneAnswer
            answer={answers[index]!}
            step={step}
            fullReport={estimatePath(model.spec, inputs)}
            note={
              model === trusted && isLessLikely(answers[index]!, answers) ? words.thisCase(answers.length) : undefined
            }
          />
        )}
      </ModelColumns>
      {numbers.length > 1 && (
        <figure className="mt-12">
          <figcaption className="max-w-[38rem]">{differenceInWords(numbers, step)}</figcaption>
          <AnswersChart answers={numbers} step={step} />
        </figure>
      )}
    </>
  );
}
