/** Rows kept for what is not a sum over all rows: medians, histograms, errors on rows left out. */
export const SAMPLE_ROWS = 20_000;
/** Scores in the bundle that conformal intervals are read from. */
export const CONFORMAL_SCORES = 2_000;
