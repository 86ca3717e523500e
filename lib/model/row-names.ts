import type { Evidence } from "./evidence";

/** What the rows of a model are called, in sentences. */
export interface RowNames {
  row: string;
  rows: string;
  data: string;
  /** Rows that the estimates were not fitted to. */
  unseen: string;
  /** Behind a count of rows: how their estimates were made without them; "" where they never took part in a fit. */
  leftOut: string;
  /** Behind a statement of their estimates: ", each by the model fitted without that row". */
  without: string;
}

const FITTED: RowNames = {
  row: "training row",
  rows: "training rows",
  data: "training data",
  unseen: "rows left out",
  leftOut: ", each left out in turn",
  without: ", each by the model fitted without that row",
};
const CALIBRATION: RowNames = {
  row: "calibration row",
  rows: "calibration rows",
  data: "calibration data",
  unseen: "calibration rows",
  leftOut: ", which the fit has not seen",
  without: ", without any of these rows in the fit",
};

/** Names for the rows that came with a model: those that it was fitted to, or those of a calibration table. */
export function rowNames(evidence: Pick<Evidence, "calibration"> | null): RowNames {
  return evidence?.calibration ? CALIBRATION : FITTED;
}
