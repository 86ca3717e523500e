import type { Fault } from "../../../model/inputs/schema";
import { readInputs } from "../../../model/inputs/read-inputs";
import type { Model } from "../../../model/model";
import { score, type Asking } from "../../../service/score";
import { pointAt } from "../../problem/problem";
import { predictionAnswer } from "../predict/answer";
import type { RowAnswer } from "./schema";

/** More faults than this in one row are not listed: a thousand rows must not answer with more than they sent. */
const LISTED_ERRORS = 20;

/** The answer to a row of a batch. `within` is where the body has the row. */
export function answerRow(model: Model, row: unknown, asking: Asking, within: (string | number)[] = []): RowAnswer {
  const read = readInputs(model, row);
  if ("faults" in read) return rowFault(read.faults, within);
  const { prediction, receipt } = score(model, read, asking);
  return predictionAnswer(model, prediction, receipt);
}

/** The answer to a row that cannot be estimated as it is. */
export function rowFault(faults: Fault[], within: (string | number)[] = []): RowAnswer {
  return { estimate: null, errors: pointAt(faults.slice(0, LISTED_ERRORS), within) };
}
