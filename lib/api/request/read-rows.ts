import type { Model } from "../../model/model";
import { readInputs, type Read } from "../../model/inputs/read-inputs";
import { nextTurn } from "../../service/turns";
import { MOST_ROWS, NEEDS_FEWER_ROWS } from "./most-rows";
import type { Problem } from "../problem/schema";
import { invalidInput } from "../problem/problem";

/**
 * The rows of a call whose protocol knows one error for all of them: each as inputs, or what the first row at fault
 * needs.
 */
export async function readRows(model: Model, sent: unknown[]): Promise<{ rows: Read[] } | { problem: Problem }> {
  if (sent.length > MOST_ROWS) return needs(NEEDS_FEWER_ROWS);
  const rows: Read[] = [];
  let turn = await nextTurn();
  for (const [index, row] of sent.entries()) {
    if (turn.isOver) turn = await nextTurn();
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
