import { TableSplitter } from "../../../csv/split";
import type { Inputs } from "../../../model/inputs/schema";
import type { Model } from "../../../model/model";
import { BlockScorer } from "../../../scoring/score-block";
import { emptySummary } from "../../../scoring/summary";
import type { RowAnswer } from "./schema";
import { countAnswer } from "./ndjson";

/** Rows as a table of CSV. */
export function toCsv(rows: Inputs[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((row) => names.map((name) => row[name]))].map((line) => `${line.join(",")}\n`).join("");
}

/** What comes back for a table of CSV. */
export function answerTable(model: Model, table: string): string {
  const splitter = new TableSplitter();
  const blocks = [...splitter.push(new TextEncoder().encode(table)), splitter.finish() ?? new Uint8Array(0)];
  const scorer = new BlockScorer(model, splitter.header!);
  return Buffer.concat([scorer.scoreHeader(), ...blocks.map((block) => scorer.scoreBlock(block).bytes)]).toString();
}

/** Values as lines of JSON. */
export function toLines(values: unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

/** What comes back for lines of JSON, given the answer to each. */
export function answerLines(answers: RowAnswer[]): string {
  const summary = emptySummary();
  for (const answer of answers) countAnswer(summary, answer);
  return toLines([...answers, { summary }]);
}
