import { commonStep, numberAnswers, type Inquiry, type NumberAnswer } from "./inquiry";
import type { Question } from "./question";
import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { useLocale } from "#locale";
import type { Locale } from "@/lib/language/locale";
import { valueInWords } from "@/lib/model/inputs/words";
import { writerOf } from "@/lib/model/format";
import type { Contribution } from "@/lib/model/answer/predict";
import type { Input } from "@/lib/model/spec";
import { extent, sort } from "d3-array";
import type { NameOf } from "./difference-in-words";
import { DIFFERENCE_WORDS } from "./difference-words";

/** The contribution of an input by each model, in their order; null where a model does not use it. */
interface Row {
  input: Input;
  amounts: (number | null)[];
  /** From the least to the greatest contribution, which is 0 where a model does not use the input. */
  apart: number;
}

/** An estimate with the contributions of the inputs. */
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

/** The models whose estimates cannot be explained, and why. */
function unexplainedInWords(locale: Locale, answers: NumberAnswer[], nameOf: NameOf): string {
  const words = DIFFERENCE_WORDS[locale];
  const titles = answers.flatMap(({ model, prediction }) =>
    prediction.contributions ? [] : [nameOf(model.spec.title)],
  );
  return words.unexplained(writerOf(locale).list(titles), titles.length === 1);
}

interface DifferencesProps {
  question: Question;
  inquiry: Inquiry;
  /** How a title reads inside a sentence: in quotation marks where nothing else is given. */
  nameOf?: NameOf;
}

/** Why the estimates differ: the contribution of each input by each model, the biggest difference first. */
export function Differences({ question, inquiry, ...props }: DifferencesProps) {
  const locale = useLocale();
  const words = DIFFERENCE_WORDS[locale];
  const { quantity, signed, inSentence, quoted } = writerOf(locale);
  const { nameOf = quoted } = props;
  const numbers = numberAnswers(inquiry.answers);
  if (numbers.length < 2) return null;
  const answers = explainedAnswers(numbers);
  const unexplained = answers.length < numbers.length ? unexplainedInWords(locale, numbers, nameOf) : null;
  if (answers.length < 2) {
    return (
      <Section title={words.title}>
        <p className="max-w-[38rem]">{unexplained}</p>
      </Section>
    );
  }
  const { unit } = question.models[0].spec.target;
  const step = commonStep(numbers);
  const write = (value: number) => quantity(value, unit, step);
  const rows = question.inputs.map((input): Row => {
    const amounts = answers.map(
      ({ contributions }) => contributions.find((each) => each.input === input.name)?.amount ?? null,
    );
    const [least = 0, most = 0] = extent(amounts, (amount) => amount ?? 0);
    return { input, amounts, apart: most - least };
  });
  const sorted = sort(rows, ({ apart }) => -apart);
  const first = sorted[0]!;
  const effect = (title: string, amount: number | null) => {
    if (amount === null) return words.notUsed(title);
    if (Math.abs(amount) < step) return words.nothing(title, write(step));
    return amount > 0 ? words.adds(title, write(amount)) : words.subtracts(title, write(-amount));
  };
  const value = (input: Input) => valueInWords(input, inquiry.inputs[input.name]!);
  const effects = answers
    .map(({ model }, index) => effect(nameOf(model.spec.title), first.amounts[index] ?? null))
    .join(", ");
  return (
    <Section title={words.title}>
      <p className="max-w-[38rem]">
        {words.biggest(inSentence(first.input), value(first.input), effects)} {words.starts}
        {unexplained && ` ${unexplained}`}
      </p>
      <DataTable
        caption={words.caption}
        wide={answers.length > 2}
        columns={[words.input, ...answers.map(({ model }) => model.spec.title)]}
        rows={[
          [words.average, ...answers.map(({ baseline }) => write(baseline))],
          ...sorted.map(({ input, amounts }) => [
            <span key="input">
              {input.label} <span className="whitespace-nowrap text-quiet">{value(input)}</span>
            </span>,
            ...amounts.map((amount, index) =>
              amount === null ? (
                <span key={index} className="text-quiet">
                  {words.absent}
                </span>
              ) : (
                <span key={index} className={amount < 0 ? "text-rust" : "text-accent"}>
                  {signed(amount, unit, step)}
                </span>
              ),
            ),
          ]),
          [
            <span key="estimate" className="font-medium">
              {words.estimate}
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
