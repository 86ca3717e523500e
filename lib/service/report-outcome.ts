import { recordOutcomes, type Recorded } from "../store/outcomes";
import { withStore } from "../store/store";
import { judgeOutcome, type Genuine, type Refused } from "./judge-outcome";
import { readReport, type OutcomeReport } from "./outcome-report";
import { signingKey } from "./signing-key";

/** What became of a report that is stored, with what its receipt says. */
export interface Reported {
  status: Recorded;
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
  const judged = rows.map((row) => {
    const read = readReport(row);
    return "report" in read ? judgeOutcome(read.report, key, at) : { verdict: "faulty" as const, faults: read.faults };
  });
  return record(await Promise.all(judged));
}

async function record(judged: (Genuine | Refused)[]): Promise<(Reported | Refused)[]> {
  const reports = judged.flatMap((each) => ("report" in each ? [each.report] : []));
  const recorded = await withStore((store) => recordOutcomes(store, reports));
  return judged.map((each) => {
    if ("verdict" in each) return each;
    return { status: recorded.shift()!, model: each.receipt.model, estimate: each.receipt.estimate };
  });
}
