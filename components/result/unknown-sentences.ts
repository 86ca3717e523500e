import { formatQuantity } from "@/lib/model/format";

/** The sentences of the result page in the place of what is not known or not shown. */

/** In place of how sure an estimate is, where no rows came with the model. */
export const NOTHING_MEASURED =
  "This is not known. Rows with known outcomes would show how accurate the model is, what raises or lowers this estimate, and how it compares with real cases; none came with this model.";

/** Without a range, nothing says how many digits of an estimate mean anything. */
export const ROUNDED = "The estimate is rounded to three significant digits.";

/** In place of the nearest rows, where the table must not be shown. */
export function hiddenRowsInWords(rows: number): string {
  return `The owner of this model keeps the ${formatQuantity(rows)} rows of its training data private, so none of them is shown beside this estimate.`;
}

/** The inputs without a chart. */
export function endlessInWords(labels: string[]): string {
  return `There is no chart for ${labels.join(", ")}: neither examples nor bounds say how far the values go.`;
}
