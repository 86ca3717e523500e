import { setImmediate } from "node:timers/promises";
import { MOST_REVISIONS, recordOutcomes, type Recorded } from "../store/outcomes";
import { withStore } from "../store/store";
import type { Fault } from "../model/inputs/schema";
import { judgeOutcome, settleActual, type Genuine, type Refused } from "./judge-outcome";
import { readReport, type OutcomeReport } from "./outcome-report";
import { signingKey } from "./signing-key";
import { mapInTurns, Turn } from "./turns";

/** What became of a report that is stored, with what its receipt says. */
export interface Reported {
  status: Exclude<Recorded, "spent">;
  model: string;
  estimate: number;
}

/**
 * Store a report. When this returns a status, the report is committed.
 *
 * @param at when it was reported, in milliseconds since 1970
 * @throws NoStoreError and StoreAwayError, with nothing stored
 */
export async function reportOutcome(report: OutcomeReport, at: number): Promise<Reported | Refused> {
  const judged = await judgeOutcome(report, await signingKey("receipts"), at);
  return "verdict" in judged ? judged : (await record([judged]))[0]!;
}

/**
 * Store those reports of a table that can be stored, together; a row at fault spoils no other.
 *
 * @param rows as they arrived
 * @throws NoStoreError and StoreAwayError, with nothing stored
 */
export async function reportOutcomes(rows: unknown[], at: number): Promise<(Reported | Refused)[]> {
  const key = await signingKey("receipts");
  const judged = await mapInTurns(rows, (row) => {
    const read = readReport(settleActual(row, key));
    return "report" in read ? judgeOutcome(read.report, key, at) : { verdict: "faulty" as const, faults: read.faults };
  });
  return record(await Promise.all(judged));
}

async function record(judged: (Genuine | Refused)[]): Promise<(Reported | Refused)[]> {
  const reports = judged.flatMap((each) => ("report" in each ? [each.report] : []));
  const recorded = await withStore((store) => recordOutcomes(store, reports, pauseAfterTurns()));
  let next = 0;
  return judged.map((each) => {
    if ("verdict" in each) return each;
    const status = recorded[next++]!;
    if (status === "spent") return { verdict: status, faults: [SPENT] };
    return { status, model: each.receipt.model, estimate: each.receipt.estimate };
  });
}

const SPENT: Fault = {
  name: "receipt",
  detail: `receipt has been corrected ${MOST_REVISIONS - 1} times, which is as often as it can be; what was reported last holds`,
};

/**
 * Lets whatever has come in be answered while many reports are recorded. The batches that wait for a turn do not go
 * before, since others wait for the end of the transaction.
 */
function pauseAfterTurns(): () => Promise<void> | undefined {
  let turn = new Turn();
  const pause = async () => {
    await setImmediate();
    turn = new Turn();
  };
  return () => (turn.isOver ? pause() : undefined);
}
