import type { Evidence } from "@/lib/model/evidence";
import { countInWords } from "@/components/words";
import { inSentence } from "@/lib/model/format";

/** The sentences that go with the charts of the result page, each a function of its values. */

/** An input with its value and what it adds, both as they are written. */
interface Step {
  label: string;
  value: string;
  amount: string;
}

/** The inputs that raise and lower an estimate most, where there are any. */
export function largestInWords(raising: Step | null, lowering: Step | null): string {
  const describe = ({ label, value, amount }: Step) => `${inSentence(label)} (${value}), by ${amount}`;
  const most = raising ? "What lowers it most is" : "What lowers this one most is";
  return [
    ...(raising ? [`What raises this one most is ${describe(raising)}.`] : []),
    ...(lowering ? [`${most} ${describe(lowering)}.`] : []),
  ].join(" ");
}

/** How many of the nearest rows the range holds. */
export function insideInWords(inside: number, count: number): string {
  const lie = inside > 1 ? "lie" : "lies";
  const many =
    inside === count ? "all" : `${inside === 0 ? "none" : countInWords(inside)} of the ${countInWords(count)}`;
  return `; ${many} ${inside === count ? "lie" : lie} within the range of this estimate`;
}

/** What the charts of single inputs show. */
export function curvesInWords(hasRange: boolean, evidence: Pick<Evidence, "calibration"> | null): string {
  const band = hasRange ? "the band its range, " : "";
  const known = evidence?.calibration ? "what the calibration data holds" : "what the model has learned from";
  const axis = evidence ? ` The thick part of the axis is ${known}.` : "";
  return `Each chart changes one answer and leaves the others. The line is the estimate, ${band}the ring what you entered.${axis}`;
}
