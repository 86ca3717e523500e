import type { NumberAnswer } from "./inquiry";
import { asSentence } from "@/components/words";
import { yardstickOf } from "@/lib/judging/measures";
import { localeOf, type Locale } from "@/lib/language/locale";
import type { Interval } from "@/lib/model/answer/predict";
import { writerOf } from "@/lib/model/format";
import { maxIndex, minIndex } from "d3-array";
import { DIFFERENCE_WORDS } from "./difference-words";

interface Ranged {
  title: string;
  interval: Interval;
}

const widthOf = ({ interval }: Ranged) => interval.high - interval.low;
/** How a title reads inside a sentence. */
export type NameOf = (title: string) => string;

/** Whether the estimates can all be right, as far as their ranges go. */
function agreementInWords(
  locale: Locale,
  answers: NumberAnswer[],
  ranged: Ranged[],
  titleOf: (answer: NumberAnswer) => string,
): string {
  const words = DIFFERENCE_WORDS[locale];
  const outside = answers.flatMap((answer) =>
    ranged
      .filter(({ interval: { low, high } }) => answer.prediction.estimate < low || answer.prediction.estimate > high)
      .map(({ title }) => words.outside(titleOf(answer), title)),
  );
  if (outside.length > 0) return asSentence(outside.join(", "));
  if (ranged.length < answers.length) {
    const unranged = answers.filter(({ prediction }) => !prediction.interval).map(titleOf);
    return words.unranged(writerOf(locale).list(unranged), unranged.length === 1);
  }
  return answers.length === 2 ? words.inOther : words.inOthers;
}

/** Which range is the narrowest, of the estimates that have one. */
function widthsInWords(locale: Locale, ranged: Ranged[]): string[] {
  const words = DIFFERENCE_WORDS[locale];
  const [narrowest, widest] = [ranged[minIndex(ranged, widthOf)], ranged[maxIndex(ranged, widthOf)]];
  if (!narrowest || !widest || ranged.length < 2) return [];
  const narrower = 1 - widthOf(narrowest) / widthOf(widest);
  if (narrower < 0.01) return [words.equallyWide];
  return [words.narrower(narrowest.title, writerOf(locale).share(narrower), widest.title)];
}

/**
 * How far apart the estimates are, whether they can all be right, and which range is the narrowest.
 *
 * @param nameOf how a title reads inside a sentence: in quotation marks where nothing else is given
 */
export function differenceInWords(answers: NumberAnswer[], step: number, nameOf?: NameOf): string {
  const { spec } = answers[0]!.model;
  const locale = localeOf(spec);
  const words = DIFFERENCE_WORDS[locale];
  const write = writerOf(locale);
  const titleOf = ({ model }: NumberAnswer) => (nameOf ?? write.quoted)(model.spec.title);
  const { unit } = spec.target;
  const estimate = ({ prediction }: NumberAnswer) => prediction.estimate;
  const [lowest, highest] = [answers[minIndex(answers, estimate)]!, answers[maxIndex(answers, estimate)]!];
  const apart = estimate(highest) - estimate(lowest);
  const ranged = answers.flatMap((answer) => {
    const { interval } = answer.prediction;
    return interval ? [{ title: titleOf(answer), interval }] : [];
  });
  // A share of a number that can be 0 or less means nothing.
  const shares = estimate(lowest) > 0 && answers.every(({ model }) => yardstickOf(model).shares);
  const share = shares ? write.share(apart / estimate(lowest)) : null;
  const sentences = [
    apart === 0
      ? words.same
      : apart < step
        ? words.lessThan(write.quantity(step, unit, step))
        : words.more(titleOf(highest), write.quantity(apart, unit, step), share, titleOf(lowest)),
    agreementInWords(locale, answers, ranged, titleOf),
    ...widthsInWords(locale, ranged),
  ];
  return sentences.join(" ");
}
