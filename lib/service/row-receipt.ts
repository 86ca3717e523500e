import type { KeyObject } from "node:crypto";
import type { RowEstimate } from "../model/answer/estimate";
import type { Model } from "../model/model";
import type { TakeNote } from "../scoring/score-block";
import { nextId } from "./next-id";
import { writeReceipt } from "./receipt";

/** What the receipts of the rows of a table are made with. */
export interface Signing {
  key: KeyObject;
  /** Of the intervals. */
  level: number;
  /** When the rows are scored, in milliseconds since 1970. */
  at: number;
}

/**
 * The receipt of a row of a table, as `predict` would give it; a row that is refused has none.
 *
 * @param encoded the inputs
 */
export function rowReceipt(
  model: Model,
  { key, level, at }: Signing,
  encoded: Float64Array,
  { estimate, low, high, refusal }: RowEstimate,
  id = nextId(),
): string | undefined {
  if (refusal) return undefined;
  const interval = model.uncertainty && { level, low, high };
  return writeReceipt(key, model, model.reading.decode(encoded), { estimate, interval }, { id, at });
}

/** Gives the receipt of each row, for a table that is not in the log. */
export function signRows(model: Model, signing: Signing): TakeNote {
  return (encoded, row) => rowReceipt(model, signing, encoded, row);
}
