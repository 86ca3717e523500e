/** The most rows in one call that is answered as a whole: what they are read from and what is answered fit into memory. */
export const MOST_ROWS = 1_000;

/** What a call with more needs. */
export const NEEDS_FEWER_ROWS = `there must be at most ${MOST_ROWS.toLocaleString("en-US")} rows in one call`;
