import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "@/lib/model/evidence";
import { formatQuantity, inSentence, listInWords } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/** The sentences of the card in the place of what is not known. */

/** In place of what the table holds, where no rows came with a model. */
export const UNSEEN_DATA =
  "No rows came with this model, so how far its training data reaches is not known, and no number comes with a warning of extrapolation. The model accepts these values.";

/** "13 of 60 rows are left out: lot area is missing in 9 and city in 5." */
export function leftOutInWords(spec: Pick<Spec, "inputs" | "target">, { rows, leftOut }: Evidence): string | undefined {
  if (!leftOut) return undefined;
  const counts = [...spec.inputs, spec.target].flatMap(({ name, label }) => {
    const count = leftOut.missing[name];
    return count ? [[inSentence(label), formatQuantity(count)] as const] : [];
  });
  const places = counts.map(([label, count], index) => `${label}${index === 0 ? " is missing" : ""} in ${count}`);
  const all = formatQuantity(rows + leftOut.rows);
  return `${formatQuantity(leftOut.rows)} of ${all} rows ${leftOut.rows === 1 ? "is" : "are"} left out: ${listInWords(places)}.`;
}

/** In place of the range of estimates. */
export const ESTIMATES_WITHOUT_RANGE = "So its estimates have no range.";

/** In place of the confidence intervals of the coefficients. */
export const NO_STANDARD_ERRORS =
  "How exact the coefficients are is not known: the model came without its standard errors.";

/** In place of groups by the chance of being within `near` of the truth. */
export function uncheckedChancesInWords(near: string, rows: number): string {
  return `Too few rows to say. Each estimate comes with the chance that it is within ${near} of the truth; whether such chances hold is checked in five groups of at least ${FEWEST_ROWS_TO_JUDGE} rows, and there are ${formatQuantity(rows)} rows in all.`;
}

/** In place of groups of rows. */
export function tooFewForGroupsInWords(rows: number): string {
  return `Too few rows to say. Groups of rows are compared where they have at least ${FEWEST_ROWS_TO_JUDGE} rows, and there are ${formatQuantity(rows)} rows in all.`;
}
