import type { KeyObject } from "node:crypto";
import { formatQuantity, inSentence } from "../../../model/format";
import { findModel } from "../../../registry/registry";
import type { Report } from "../../../store/outcomes";
import type { Problem } from "../../contract";
import type { OutcomeReport } from "./outcome-contract";
import { invalidInput, unlikely } from "../../problem/problem";
import { readReceipt, timeOf, type Receipt } from "../../../service/receipt";
import { settings } from "../../../service/settings";

/**
 * Beyond this many times the estimate, or below its inverse, a value is asked about. Who writes cents for dollars or
 * thousands for units is off by 100 or more; a model that is itself off by 3 must not hide it.
 */
const UNLIKELY = 30;

/** A report that may be stored, with what its receipt says; or what is wrong with it. */
export async function judgeOutcome(
  said: OutcomeReport,
  key: KeyObject,
  at: number,
): Promise<{ report: Report; receipt: Receipt } | { problem: Problem }> {
  const receipt = readReceipt(key, said.receipt);
  if (!receipt) {
    const detail = "receipt must be one that came with an estimate of this service, whole and unchanged";
    return { problem: invalidInput([{ pointer: "#/receipt", detail }]) };
  }
  const { actual = null, opinion = null, date = null, note = null, confirm = false } = said;
  const problem = actual === null ? undefined : await questionActual(actual, receipt, confirm);
  if (problem) return { problem };
  const { jti, model, version, inputs, estimate, interval } = receipt;
  const report: Report = {
    receipt: jti,
    kind: actual === null ? "opinion" : "actual",
    reported_at: at,
    model,
    version,
    predicted_at: timeOf(receipt),
    inputs: settings().LOG_INPUTS ? JSON.stringify(inputs) : null,
    estimate,
    low: interval.low,
    high: interval.high,
    level: interval.level,
    actual,
    opinion,
    date,
    note: note?.trim() || null,
  };
  return { report, receipt };
}

/** A value that cannot be is refused, one that can hardly be is asked about. */
async function questionActual(
  actual: number,
  { model, estimate, interval }: Receipt,
  confirm: boolean,
): Promise<Problem | undefined> {
  const target = (await findModel(model))?.spec.target;
  const label = inSentence(target?.label ?? "actual");
  const pointer = "#/actual";
  if (target?.positive && actual <= 0) return invalidInput([{ pointer, detail: `${label} must be greater than 0` }]);
  if (confirm) return undefined;
  const inUnit = target?.unit ? `, in ${target.unit}` : "";
  const times = actual / estimate;
  if (estimate > 0 && times > 0) {
    if (times < UNLIKELY && times > 1 / UNLIKELY) return undefined;
    const factor = formatQuantity(Number((times > 1 ? times : 1 / times).toPrecision(1)));
    const compared = times > 1 ? `about ${factor} times the estimate` : `about 1/${factor} of the estimate`;
    return unlikely([{ pointer, detail: `${label} is ${compared}; is that right${inUnit}?` }]);
  }
  // Without a ratio to go by, the range says what is far.
  const width = interval.high - interval.low;
  if (Math.abs(actual - estimate) <= UNLIKELY * width) return undefined;
  return unlikely([{ pointer, detail: `${label} is very far from the estimate; is that right${inUnit}?` }]);
}
