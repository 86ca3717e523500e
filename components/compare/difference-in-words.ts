import type { NumberAnswer } from "./inquiry";
import { asSentence } from "@/components/words";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { maxIndex, minIndex } from "d3-array";

const widthOf = ({ prediction: { interval } }: NumberAnswer) => interval.high - interval.low;

/** Whether the answers can all be right, as far as their ranges go. */
function agreementInWords(answers: NumberAnswer[]): string {
  const outside = answers.flatMap(({ model, prediction: { estimate } }) =>
    answers
      .filter(({ prediction: { interval } }) => estimate < interval.low || estimate > interval.high)
      .map((other) => `the answer of ${model.spec.title} lies outside of the range of ${other.model.spec.title}`),
  );
  if (outside.length > 0) return asSentence(outside.join(", "));
  return answers.length === 2 ? "Each lies within the other’s range." : "Each lies within the ranges of all others.";
}

/** How far apart the answers are, whether they can all be right, and which is the surest of itself. */
export function differenceInWords(answers: NumberAnswer[], step: number): string {
  const { unit } = answers[0]!.model.spec.target;
  const estimate = ({ prediction }: NumberAnswer) => prediction.estimate;
  const [lowest, highest] = [answers[minIndex(answers, estimate)]!, answers[maxIndex(answers, estimate)]!];
  const apart = estimate(highest) - estimate(lowest);
  const [narrowest, widest] = [answers[minIndex(answers, widthOf)]!, answers[maxIndex(answers, widthOf)]!];
  const narrower = 1 - widthOf(narrowest) / widthOf(widest);
  const sentences = [
    apart < step
      ? "They give the same answer."
      : `${highest.model.spec.title} answers ${formatQuantity(apart, unit, step)} more than ${lowest.model.spec.title}, which is ${formatShare(apart / Math.abs(estimate(lowest)))}.`,
    agreementInWords(answers),
    narrower < 0.01
      ? "Their ranges are equally wide."
      : `The range of ${narrowest.model.spec.title} is ${formatShare(narrower)} narrower.`,
  ];
  return sentences.join(" ");
}
