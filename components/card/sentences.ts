import { measuredRows, percent, rowsInWords } from "@/components/row-words";
import { directionOf, type Sides } from "@/lib/judging/lean";
import type { Evidence } from "@/lib/model/evidence";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/** How the accuracy was measured. */
export function rowsLeftOut({ target }: Pick<Spec, "target">, evidence: Evidence): string {
  return `Each of ${measuredRows(evidence)} was left out in turn and its ${inSentence(target.label)} estimated by the model fitted to the others, so that no row helped with its own estimate.`;
}

/** What the table holds, and what was looked at of a large one. */
export function tableInWords({ rows, sampled, background }: Evidence): string {
  const shown = background.actual.length;
  return [
    `The table has ${formatQuantity(rows)} rows.`,
    ...(sampled < rows ? [`Accuracy was measured on a sample of ${formatQuantity(sampled)} of them.`] : []),
    ...(shown < rows ? [`Charts of errors show a sample of ${formatQuantity(shown)}.`] : []),
    "Outside of what they hold, an estimate comes with a warning, and far outside there is none.",
  ].join(" ");
}

/** What the figures of accuracy do not say. */
export function figuresInWords(evidence: Evidence): string {
  return `The figures of accuracy come from ${measuredRows(evidence)}, each left out in turn. They say nothing about other places and times.`;
}

/** Out of which rows the influential ones are, and whether one of them decides. */
export function influenceInWords(largest: number, evidence: Evidence | null): string {
  const from =
    evidence && evidence.sampled < evidence.rows
      ? `Among ${rowsInWords(evidence.sampled, evidence.sampled, evidence.rows)}, a mistake in these would change the model most.`
      : "A mistake in these rows would change the model most.";
  return largest > 1
    ? `${from} A Cook’s distance above 1 is worth a look: without such a row, the estimates would be others.`
    : `${from} The largest Cook’s distance is ${formatQuantity(largest, undefined, 0.001)}, below the 1 that would be worth a look: none of them decides.`;
}

/** The best and the worst of groups of rows, by what half of the estimates are within. */
export function groupsInWords(best: { name: string; error: number }, worst: { name: string; error: number }): string {
  return `Half of the estimates are within ${percent(best.error)} among rows with ${best.name}, but only within ${percent(worst.error)} among rows with ${worst.name}.`;
}

/** Estimates that lie together, and the truth of them. */
export interface EndOfEstimates extends Sides {
  /** The median estimate, and the median of the true values. */
  estimate: number;
  truth: number;
}

/** Whether the lowest and the highest estimates are too low or too high, as far as chance lets one see. */
export function truthAtEnds(
  { target }: Pick<Spec, "target">,
  ends: { lowest: EndOfEstimates; highest: EndOfEstimates } | null,
  write: (value: number) => string,
): string {
  if (!ends) return "There are too few rows to see more in it than single estimates.";
  const truth = `true ${inSentence(target.label)}`;
  const verdict = (end: EndOfEstimates) => {
    const direction = directionOf(end);
    if (direction === null) return "neither too low nor too high by more than chance";
    return direction === "higher" ? "they are too low" : "they are too high";
  };
  const describe = (end: EndOfEstimates) =>
    `${write(end.estimate)} and the median ${truth} ${write(end.truth)}: ${verdict(end)}`;
  return `Among the lowest estimates the median is ${describe(ends.lowest)}. Among the highest it is ${describe(ends.highest)}.`;
}
