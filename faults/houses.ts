import { house } from "../lib/testing/api";
import type { Answer } from "./send";

export { BATCH, HOUSE, house } from "../lib/testing/api";

/** What house-price estimates for `house`, as long as its table and description are those of the project. */
export const ESTIMATE = 90242.6907;

const names = Object.keys(house).join(",");

const areaOf = (row: number) => 1_700 + (row % 10_000);

/** A table of houses, each with another lot area. */
export function csvOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => `${areaOf(row)},3,2,2,no,yes,1\n`);
  return `${names}\n${lines.join("")}`;
}

/** The same as lines of JSON. */
export function ndjsonOf(rows: number): string {
  return Array.from({ length: rows }, (_, row) => `${JSON.stringify({ ...house, area: areaOf(row) })}\n`).join("");
}

/** How many rows of an answer to a batch have an estimate; of CSV, in the order in which they were sent. */
export function scoredRows(type: string, text: string): number {
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  if (type === "text/csv") {
    const rows = lines.slice(1).map((line) => line.split(","));
    return rows.filter(([area, , , , , , , estimate], row) => Number(area) === areaOf(row) && Number(estimate) > 0)
      .length;
  }
  return lines.filter((line) => typeof (JSON.parse(line) as { estimate?: unknown }).estimate === "number").length;
}

/** Whether an answer is the estimate of `house`. */
export function isEstimate(answer: Answer): boolean {
  return answer.status === 200 && Math.abs(Number(answer.json().estimate) - ESTIMATE) < 1e-3;
}
