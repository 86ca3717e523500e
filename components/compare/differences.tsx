import { commonStep, numberAnswers, type Inquiry, type NumberAnswer } from "./inquiry";
import type { Question } from "./question";
import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { signedAmount, valueInWords } from "@/components/words";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Contribution } from "@/lib/model/answer/predict";
import type { Input } from "@/lib/model/spec";
import { extent, sort } from "d3-array";

/** What an input adds by each model, in their order; null where a model does not ask for it. */
interface Row {
  input: Input;
  amounts: (number | null)[];
  /** From the least to the most that it adds; not to ask for it is to add nothing. */
  apart: number;
}

/** An answer with what each input adds to it. */
interface Explained extends NumberAnswer {
  baseline: number;
  contributions: Contribution[];
}

function explainedAnswers(answers: NumberAnswer[]): Explained[] {
  return answers.flatMap((answer) => {
    const { baseline, contributions } = answer.prediction;
    return baseline !== null && contributions ? [{ ...answer, baseline, contributions }] : [];
  });
}

/** Whose answers cannot be explained, and why. */
function unexplainedInWords(answers: NumberAnswer[]): string {
  const titles = answers.flatMap(({ model, prediction }) => (prediction.contributions ? [] : [model.spec.title]));
  return `Without rows with known outcomes, what each input adds to the answer of ${titles.join(" and ")} is not known.`;
}

/** Why the answers differ: what each input adds by each model, beginning with what they part over most. */
export function Differences({ question, inquiry }: { question: Question; inquiry: Inquiry }) {
  const numbers = numberAnswers(inquiry.answers);
  if (numbers.length < 2) return null;
  const answers = explainedAnswers(numbers);
  const unexplained = answers.length < numbers.length ? unexplainedInWords(numbers) : null;
  if (answers.length < 2) {
    return (
      <Section title="Why they differ">
        <p className="max-w-[38rem]">{unexplained}</p>
      </Section>
    );
  }
  const { unit } = question.models[0].spec.target;
  const step = commonStep(numbers);
  const write = (value: number) => formatQuantity(value, unit, step);
  const rows = question.inputs.map((input): Row => {
    const amounts = answers.map(
      ({ contributions }) => contributions.find((each) => each.input === input.name)?.amount ?? null,
    );
    const [least = 0, most = 0] = extent(amounts, (amount) => amount ?? 0);
    return { input, amounts, apart: most - least };
  });
  const sorted = sort(rows, ({ apart }) => -apart);
  const first = sorted[0]!;
  const verdict = (amount: number | null) => {
    if (amount === null) return "does not ask for it";
    if (Math.abs(amount) < step) return "makes nothing of it";
    return amount > 0 ? `adds ${write(amount)} for it` : `takes off ${write(-amount)} for it`;
  };
  const value = (input: Input) => valueInWords(input, inquiry.inputs[input.name]!);
  const said = answers.map(({ model }, index) => `${model.spec.title} ${verdict(first.amounts[index] ?? null)}`);
  return (
    <Section title="Why they differ">
      <p className="max-w-[38rem]">
        They part most over {inSentence(first.input.label)} ({value(first.input)}): {said.join(", ")}. Each begins with
        the average of its own estimates.{unexplained && ` ${unexplained}`}
      </p>
      <DataTable
        caption="What each input adds by each model"
        wide={answers.length > 2}
        columns={["What was entered", ...answers.map(({ model }) => model.spec.title)]}
        rows={[
          ["Nothing yet: the average", ...answers.map(({ baseline }) => write(baseline))],
          ...sorted.map(({ input, amounts }) => [
            <span key="input">
              {input.label} <span className="whitespace-nowrap text-quiet">{value(input)}</span>
            </span>,
            ...amounts.map((amount, index) =>
              amount === null ? (
                <span key={index} className="text-quiet">
                  not asked
                </span>
              ) : (
                <span key={index} className={amount < 0 ? "text-rust" : "text-accent"}>
                  {signedAmount(amount, unit, step)}
                </span>
              ),
            ),
          ]),
          [
            <span key="estimate" className="font-medium">
              Estimate
            </span>,
            ...answers.map(({ model, prediction }) => (
              <span key={model.spec.id} className="font-medium">
                {write(prediction.estimate)}
              </span>
            )),
          ],
        ]}
      />
    </Section>
  );
}
