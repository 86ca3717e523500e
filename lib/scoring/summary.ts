import type { Refusal } from "../model/answer/estimate";

/** What became of the rows of a table. */
export interface BatchSummary {
  /** All of them: scored + refused + bad. */
  rows: number;
  scored: number;
  /** Rows without an estimate, because any would be wrong. */
  refused: number;
  /** The same by reason. */
  refusals: Record<Refusal["code"], number>;
  /** Rows that are not what the model needs. */
  bad: number;
  /** Scored rows with a warning. */
  extrapolated: number;
}

export function emptySummary(): BatchSummary {
  return {
    rows: 0,
    scored: 0,
    refused: 0,
    refusals: { estimate_not_positive: 0, too_far_from_training: 0 },
    bad: 0,
    extrapolated: 0,
  };
}

/** Count the rows of another part of the table in. */
export function addSummary(total: BatchSummary, part: BatchSummary): void {
  total.rows += part.rows;
  total.scored += part.scored;
  total.refused += part.refused;
  total.bad += part.bad;
  total.extrapolated += part.extrapolated;
  for (const code of Object.keys(part.refusals) as Refusal["code"][]) total.refusals[code] += part.refusals[code];
}
