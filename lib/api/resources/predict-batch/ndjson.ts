import type { Model } from "../../../model/model";
import { emptySummary, type BatchSummary } from "../../../scoring/summary";
import type { Asking } from "../../../service/score";
import { lineTooLong, notJson } from "../../problem/problem";
import { parseJson } from "../../request/read-json";
import { summaryFields, type AnswerParts } from "./answer-stream";
import { BodyFault } from "./open-body";
import { answerRow, rowFault } from "./row";
import type { RowAnswer } from "./schema";

/** The most bytes of a line. */
const MOST_LINE_BYTES = 2 ** 20;
const LINE_FEED = 0x0a;

/**
 * Newline-delimited JSON: a row's inputs in each line, and in each line of the answer what `predict` says of them, in
 * the same order. Each chunk is answered when it has come, so that rows can be sent one by one. The last line sums up.
 */
export async function* answerNdjson(model: Model, chunks: AsyncIterable<Uint8Array>, asking: Asking): AnswerParts {
  const summary = emptySummary();
  const writeLine = (line: Uint8Array): string => {
    const answer = answerLine(model, line, asking);
    countAnswer(summary, answer);
    return `${JSON.stringify(answer)}\n`;
  };

  let rest: Uint8Array[] = [];
  let waiting = 0;
  for await (const chunk of chunks) {
    let answers = "";
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const line = Buffer.concat([...rest, chunk.subarray(start, end)]);
      [rest, waiting, start] = [[], 0, end + 1];
      if (!isBlank(line)) answers += writeLine(line);
    }
    rest.push(chunk.subarray(start));
    waiting += chunk.length - start;
    if (waiting > MOST_LINE_BYTES) throw new BodyFault(lineTooLong(MOST_LINE_BYTES));
    if (answers !== "") yield answers;
  }
  const last = Buffer.concat(rest);
  if (!isBlank(last)) yield writeLine(last);
  if (summary.rows === 0)
    throw new BodyFault(notJson("the body must have the inputs of a row in each line, as a JSON object"));
  yield `${JSON.stringify({ summary })}\n`;
  return summaryFields(summary);
}

/** Count a row in. */
export function countAnswer(summary: BatchSummary, answer: RowAnswer): void {
  summary.rows++;
  if ("errors" in answer) summary.bad++;
  else if (answer.estimate === null) {
    summary.refused++;
    summary.refusals[answer.refusal.code]++;
  } else {
    summary.scored++;
    if (answer.warnings.length > 0) summary.extrapolated++;
  }
}

function answerLine(model: Model, line: Uint8Array, asking: Asking): RowAnswer {
  const read = parseJson(line);
  if (!read) return rowFault([{ name: "", detail: "the line must be a JSON object in UTF-8" }]);
  return answerRow(model, read.value, asking);
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
}
