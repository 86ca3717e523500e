import type { KeyObject } from "node:crypto";
import { formatQuantity, inSentence } from "../model/format";
import type { Fault } from "../model/inputs/schema";
import { Unreadable } from "../model/inputs/unreadable";
import { findModel } from "../registry/registry";
import type { Report } from "../store/outcomes";
import type { OutcomeReport } from "./outcome-report";
import { readReceipt, timeOf, type Receipt } from "./receipt";
import { settings } from "./settings";

/**
 * Beyond this many times the estimate, or below its inverse, a value has to be confirmed. Cents for dollars or thousands
 * for units are off by 100 or more; a model that is itself off by 3 must not hide it.
 */
const UNLIKELY = 30;

/** A report that may be stored, with what its receipt says. */
export interface Genuine {
  report: Report;
  receipt: Receipt;
}

/**
 * Why a report is not stored, and what each field at fault needs. An unlikely one is stored once it is confirmed; a
 * receipt is spent that takes no more corrections.
 */
export interface Refused {
  verdict: "faulty" | "not-genuine" | "impossible" | "unlikely" | "spent";
  faults: Fault[];
}

/**
 * Whether a report may be stored.
 *
 * @param key what receipts are signed with
 * @param at when it was reported, in milliseconds since 1970
 */
export async function judgeOutcome(reported: OutcomeReport, key: KeyObject, at: number): Promise<Genuine | Refused> {
  const receipt = readReceipt(key, reported.receipt);
  if (!receipt) return { verdict: "not-genuine", faults: [NOT_GENUINE] };
  const { actual = null, opinion = null, date = null, note = null, confirm = false } = reported;
  const refused =
    questionDate(date, timeOf(receipt), at, confirm) ??
    (actual === null ? undefined : await questionActual(actual, receipt, confirm));
  if (refused) return refused;
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
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    level: interval?.level ?? null,
    actual,
    opinion,
    date,
    note: note?.trim() || null,
  };
  return { report, receipt };
}

/**
 * A report as it arrived, where its number has two readings ("95,000") and its receipt tells which: the estimate is near
 * one of them alone.
 */
export function settleActual(sent: unknown, key: KeyObject): unknown {
  const { receipt, actual } = (sent ?? {}) as { receipt?: unknown; actual?: unknown };
  if (!(actual instanceof Unreadable) || !actual.readings || typeof receipt !== "string") return sent;
  const estimate = readReceipt(key, receipt)?.estimate ?? NaN;
  const near = actual.readings.filter((value) => value / estimate < UNLIKELY && value / estimate > 1 / UNLIKELY);
  return near.length === 1 ? { ...(sent as object), actual: near[0] } : sent;
}

/** What a receipt that is not ours needs. */
export const NOT_GENUINE: Fault = {
  name: "receipt",
  detail: "receipt must be one that came with an estimate of this service, whole and unchanged",
};

/** How a report that is unlikely and right is stored: " in CAD" where the unit may be at fault. */
const confirmIt = (inUnit = "") => `if it is right${inUnit}, send it again with confirm: true`;

const DAY = 86_400_000;

/** A day that has not come anywhere is refused, and one before the estimate has to be confirmed. */
function questionDate(date: string | null, predicted: number, at: number, confirm: boolean): Refused | undefined {
  if (date === null) return undefined;
  const refuse = (verdict: Refused["verdict"], detail: string) => ({ verdict, faults: [{ name: "date", detail }] });
  // A day is over at different times: up to 14 hours before and 12 after it is in London.
  const start = Date.parse(date);
  if (start > at + DAY) return refuse("impossible", `date must not be in the future; it is ${date}`);
  if (confirm || start + 2 * DAY > predicted) return undefined;
  const day = new Date(predicted).toISOString().slice(0, 10);
  return refuse("unlikely", `date is ${date}, before the estimate, which is of ${day}; ${confirmIt()}`);
}

/** A value that cannot be is refused, and one that can hardly be has to be confirmed. */
async function questionActual(
  actual: number,
  { model, version, estimate, interval }: Receipt,
  confirm: boolean,
): Promise<Refused | undefined> {
  // The version that made the estimate says what its unit is, where it is still there.
  const target = ((await findModel(model, version)) ?? (await findModel(model)))?.spec.target;
  const label = inSentence(target?.label ?? "actual");
  const refuse = (verdict: Refused["verdict"], detail: string) => ({ verdict, faults: [{ name: "actual", detail }] });
  if (target?.positive && actual <= 0) return refuse("impossible", `${label} must be greater than 0`);
  if (confirm) return undefined;
  // Units that are mixed up are the usual cause.
  const how = confirmIt(target?.unit && ` in ${target.unit}`);
  const times = actual / estimate;
  if (estimate > 0 && times > 0) {
    if (times < UNLIKELY && times > 1 / UNLIKELY) return undefined;
    const factor = formatQuantity(Number((times > 1 ? times : 1 / times).toPrecision(1)));
    const compared = times > 1 ? `about ${factor} times the estimate` : `about 1/${factor} of the estimate`;
    return refuse("unlikely", `${label} is ${compared}; ${how}`);
  }
  // Without a ratio to go by, the range says what is far, if there is one.
  if (interval === null) return undefined;
  const width = interval.high - interval.low;
  if (Math.abs(actual - estimate) <= UNLIKELY * width) return undefined;
  return refuse("unlikely", `${label} is very far from the estimate; ${how}`);
}
