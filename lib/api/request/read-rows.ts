import type { Model } from "../../model/model";
import { readInputs, type Read } from "../../model/inputs/read-inputs";
import { MOST_ROWS } from "./most-rows";
import type { Problem } from "../problem/schema";
import { invalidInput } from "../problem/problem";

/**
 * The rows of a call whose protocol knows one error for all of them: each as inputs, or what the first row at fault
 * needs.
 */
export function readRows(model: Model, sent: unknown[]): { rows: Read[] } | { problem: Problem } {
  if (sent.length > MOST_ROWS)
    return needs(`there must be at most ${MOST_ROWS.toLocaleString("en-US")} rows in one call`);
  const rows: Read[] = [];
  for (const [index, row] of sent.entries()) {
    const read = readInputs(model, row);
    if ("faults" in read) {
      const details = read.faults.map(({ detail }) => detail);
      return needs(`${sent.length > 1 ? `row ${index + 1}: ` : ""}${details.slice(0, LISTED_FAULTS).join("; ")}`);
    }
    rows.push(read);
  }
  return { rows };
}

/** More faults than this in a row are not listed: the answer must not outgrow what was sent. */
const LISTED_FAULTS = 20;

/** A body that is not what its protocol wants, in one sentence. */
export function needs(detail: string): { problem: Problem } {
  return { problem: invalidInput([{ pointer: "#", detail }]) };
}
