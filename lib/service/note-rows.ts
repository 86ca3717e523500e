import type { KeyObject } from "node:crypto";
import type { RowEstimate } from "../model/answer/estimate";
import type { Warning } from "../model/answer/warnings";
import type { Model } from "../model/model";
import type { TakeNote } from "../scoring/score-block";
import type { PredictionRow } from "../store/tables";
import { nextId } from "./next-id";
import { logRows } from "./prediction-log";
import { rowReceipt, type Signing } from "./row-receipt";
import { settings } from "./settings";
import { askInShadow } from "./shadow";

/** How the rows of a table are remembered. */
export interface Noting extends Omit<Signing, "key"> {
  /** What signs a receipt for each estimate; without it there are none. */
  key?: KeyObject;
}

/**
 * Remembers rows of a table that are answered in one turn: each is offered to the log, which keeps a sample of them, and
 * an estimate gets its receipt where there is a key. They are counted by `countBatch`.
 */
export function noteRows(model: Model, noting: Noting): TakeNote | undefined {
  const log = logRows(model);
  const { key, ...said } = noting;
  if (!log && !key) return undefined;
  const signing = key && { ...said, key };
  return (encoded, row, warnings) => {
    const id = signing && nextId();
    if (log?.takes()) {
      log.add(laterRow(model, noting, encoded.slice(), row, warnings, { id: id ?? nextId(), weight: log.weight }));
    }
    return signing && rowReceipt(model, signing, encoded, row, id);
  };
}

function laterRow(
  model: Model,
  noting: Noting,
  encoded: Float64Array,
  { estimate, low, high, refusal }: RowEstimate,
  warnings: Warning[],
  { id, weight }: Pick<PredictionRow, "id" | "weight">,
): () => PredictionRow {
  const { level, at } = noting;
  const ranged = !refusal && model.uncertainty !== null;
  return () => {
    const decode = () => model.reading.decode(encoded);
    const logged: PredictionRow = {
      model: model.spec.id,
      at,
      id,
      version: model.version,
      inputs: settings().LOG_INPUTS ? JSON.stringify(decode()) : null,
      estimate: refusal ? null : estimate,
      low: ranged ? low : null,
      high: ranged ? high : null,
      level: ranged ? level : null,
      refusal: refusal?.code ?? null,
      warnings: JSON.stringify(warnings.map(({ code, input }) => ({ code, input }))),
      weight,
    };
    askInShadow(model, logged, decode, noting);
    return logged;
  };
}
