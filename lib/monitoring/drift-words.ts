import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import { formatQuantity, formatShare, inSentence } from "../model/format";
import type { DriftTest, FeatureDrift } from "./report";

/** Why there is no verdict. */
export function nothingToCompare(label: string, reference: number, current: number): string {
  if (reference === 0) return "no training rows came with this model, so there is nothing to compare with";
  const [rows, of] =
    reference < FEWEST_ROWS_TO_JUDGE ? [reference, "training rows"] : [Math.floor(current), "rows in this window"];
  return rows < FEWEST_ROWS_TO_JUDGE
    ? `there are ${formatQuantity(rows)} ${of}, and a comparison needs ${FEWEST_ROWS_TO_JUDGE}`
    : `nearly all rows have the same ${inSentence(label)}, and the others are too few to compare`;
}

/**
 * What differs, and the values whose share has changed most: "lot area is larger than in training: more than 9,000 sq
 * ft in 25% of rows, 10% in training".
 *
 * @param proven the tests that differ by more than chance makes
 */
export function featureInWords(
  label: string,
  proven: readonly Pick<DriftTest, "of" | "size" | "matters">[],
  bins: FeatureDrift["bins"],
): string {
  const subject = inSentence(label);
  const found = proven.filter(({ matters }) => matters);
  if (found.length === 0) {
    return proven.length > 0
      ? `${subject} differs from training, but by too little to matter`
      : `${subject} differs from training by no more than chance makes`;
  }
  const most = bins.reduce((a, b) => (Math.abs(b.current - b.reference) > Math.abs(a.current - a.reference) ? b : a));
  const shares = `${most.label} in ${formatShare(most.current)} of rows, ${formatShare(most.reference)} in training`;
  const changes = found.flatMap(({ of, size }) => {
    if (of === "mean") return [size > 0 ? "is larger than in training" : "is smaller than in training"];
    if (of === "spread") return [size > 0 ? "varies more than in training" : "varies less than in training"];
    return of === "shape" ? ["is distributed differently than in training"] : [];
  });
  return changes.length === 0 ? `${subject} is ${shares}` : `${subject} ${changes.join(" and ")}: ${shares}`;
}
