import type { NumberAnswer } from "./inquiry";
import { asSentence } from "@/components/words";
import { yardstickOf } from "@/lib/judging/measures";
import type { Interval } from "@/lib/model/answer/predict";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { maxIndex, minIndex } from "d3-array";

interface Ranged {
  title: string;
  interval: Interval;
}

const widthOf = ({ interval }: Ranged) => interval.high - interval.low;
const titleOf = ({ model }: NumberAnswer) => model.spec.title;

/** Whether the answers can all be right, as far as their ranges go. */
function agreementInWords(answers: NumberAnswer[], ranged: Ranged[]): string {
  const outside = answers.flatMap((answer) =>
    ranged
      .filter(({ interval: { low, high } }) => answer.prediction.estimate < low || answer.prediction.estimate > high)
      .map(({ title }) => `the answer of ${titleOf(answer)} lies outside of the range of ${title}`),
  );
  if (outside.length > 0) return asSentence(outside.join(", "));
  if (ranged.length < answers.length) {
    const unranged = answers.filter(({ prediction }) => !prediction.interval).map(titleOf);
    return `Without a range of ${unranged.join(" and ")}, whether they can all be right is not known.`;
  }
  return answers.length === 2 ? "Each lies within the other’s range." : "Each lies within the ranges of all others.";
}

/** Which is the surest of itself, of answers that have a range. */
function widthsInWords(ranged: Ranged[]): string[] {
  const [narrowest, widest] = [ranged[minIndex(ranged, widthOf)], ranged[maxIndex(ranged, widthOf)]];
  if (!narrowest || !widest || ranged.length < 2) return [];
  const narrower = 1 - widthOf(narrowest) / widthOf(widest);
  return narrower < 0.01
    ? ["Their ranges are equally wide."]
    : [`The range of ${narrowest.title} is ${formatShare(narrower)} narrower.`];
}

/** How far apart the answers are, whether they can all be right, and which is the surest of itself. */
export function differenceInWords(answers: NumberAnswer[], step: number): string {
  const { unit } = answers[0]!.model.spec.target;
  const estimate = ({ prediction }: NumberAnswer) => prediction.estimate;
  const [lowest, highest] = [answers[minIndex(answers, estimate)]!, answers[maxIndex(answers, estimate)]!];
  const apart = estimate(highest) - estimate(lowest);
  const ranged = answers.flatMap((answer) => {
    const { interval } = answer.prediction;
    return interval ? [{ title: titleOf(answer), interval }] : [];
  });
  // A share of what can be 0 or below it means nothing.
  const shares = estimate(lowest) > 0 && answers.every(({ model }) => yardstickOf(model).shares);
  const share = shares ? `, which is ${formatShare(apart / estimate(lowest))}` : "";
  const sentences = [
    apart === 0
      ? "They give the same answer."
      : apart < step
        ? `Their answers are less than ${formatQuantity(step, unit, step)} apart.`
        : `${titleOf(highest)} answers ${formatQuantity(apart, unit, step)} more than ${titleOf(lowest)}${share}.`,
    agreementInWords(answers, ranged),
    ...widthsInWords(ranged),
  ];
  return sentences.join(" ");
}
