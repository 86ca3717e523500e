import { TableSplitter } from "../../../csv/split";
import { predict } from "../../../model/answer/predict";
import { exampleRows } from "../../../model/inputs/example";
import { faultsOf } from "../../../model/inputs/schema";
import type { Model } from "../../../model/model";
import { BlockScorer } from "../../../scoring/score-block";
import { emptySummary } from "../../../scoring/summary";
import { writeInputs } from "../../../scoring/write-inputs";
import { predictionAnswer } from "../predict/answer";
import { countAnswer } from "./ndjson";
import { rowFault } from "./row";
import type { RowAnswer } from "./schema";

/** Two rows as bodies of each type, and the very answers to them. */
export function batchExamples(model: Model) {
  const rows = exampleRows(model);
  const results = rows.map((row) => predictionAnswer(model, predict(model, row)));
  const table = writeInputs(model.spec, rows);
  const { error } = model.schema.safeParse({});
  return {
    body: {
      examples: { typical: { rows } },
      texts: { "text/csv": table, "application/x-ndjson": toLines(rows) },
    },
    answer: {
      examples: {
        estimates: { results },
        "row at fault": { results: [rowFault(error ? faultsOf(error) : [], ["rows", 0])] },
      },
      texts: { "text/csv": answerTable(model, table), "application/x-ndjson": answerLines(results) },
    },
  };
}

/** What comes back for a table of CSV. */
function answerTable(model: Model, table: string): string {
  const splitter = new TableSplitter();
  const blocks = [...splitter.push(new TextEncoder().encode(table)), splitter.finish() ?? new Uint8Array(0)];
  const scorer = new BlockScorer(model, splitter.header!);
  return Buffer.concat([scorer.scoreHeader(), ...blocks.map((block) => scorer.scoreBlock(block).bytes)]).toString();
}

/** Values as lines of JSON. */
function toLines(values: unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

/** What comes back for lines of JSON, given the answer to each. */
function answerLines(answers: RowAnswer[]): string {
  const summary = emptySummary();
  for (const answer of answers) countAnswer(summary, answer);
  return toLines([...answers, { summary }]);
}
