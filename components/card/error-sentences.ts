import { asSentence, countInWords } from "@/components/words";
import type { Bin } from "@/components/chart/bins";
import { FEWEST_ROWS_TO_JUDGE } from "@/lib/model/evidence";
import { inSentence } from "@/lib/model/format";
import type { LinearInference } from "@/lib/model/predictor";
import { least } from "d3-array";

/** The sentences of the card about its charts of errors, each a function of its values. */

/** Quantiles this far apart, in standard errors, bend away from the line for anybody to see. */
const NOTABLE = 0.25;

/** Where the largest and the smallest fortieth of the errors lie against where they would in a model that is right. */
export function tailsInWords(quantiles: LinearInference["residualQuantiles"], rows: number): string {
  if (rows < FEWEST_ROWS_TO_JUDGE) return asSentence(`${countInWords(rows)} rows are too few to show it`);
  const at = (share: number) => least(quantiles, ({ probability }) => Math.abs(probability - share))!;
  const beyond = (share: number) => {
    const { expected, residual } = at(share);
    return (residual - expected) * Math.sign(expected);
  };
  const says = (distance: number) =>
    distance > NOTABLE
      ? "further out than they should be"
      : distance < -NOTABLE
        ? "closer in than they should be"
        : "about where they should be";
  const [low, high] = [says(beyond(0.025)), says(beyond(0.975))];
  if (low === high) return `The most extreme errors, at both ends, are ${low}.`;
  return `The largest errors of estimates that are too low are ${high}, those of estimates that are too high ${low}.`;
}

/** Whether errors spread alike at low and high estimates. */
export function spreadInWords(bins: Bin[], write: (value: number) => string): string {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last || first === last) return "There are too few rows to see how errors change along the estimate.";
  const [low, high] = [first.high - first.low, last.high - last.low];
  const verdict =
    Math.abs(Math.log(high / low)) < Math.log(1.25)
      ? "about as far apart"
      : high > low
        ? "further apart"
        : "closer together";
  return `At the lowest estimates the middle half of the errors spans ${write(low)}, at the highest ${write(high)}: ${verdict}.`;
}

/** Where along the inputs the middle error is furthest from zero. */
export function strayInWords(worst: { label: string; where: string; error: string } | null): string {
  if (!worst) return "There are too few rows to see how errors change along an input.";
  return `It strays furthest for ${inSentence(worst.label)} ${worst.where}, where the middle error is ${worst.error}.`;
}
