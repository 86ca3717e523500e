import type { Model } from "../../../model/model";
import { emptySummary, type BatchSummary } from "../../../scoring/summary";
import type { Asking } from "../../../service/score";
import { nextTurn } from "../../../service/turns";
import { lineTooLong, notJson } from "../../problem/problem";
import { parseJson } from "../../request/read-json";
import { summaryFields, type AnswerParts } from "./answer-stream";
import { BodyFault } from "./open-body";
import { answerRow, rowFault } from "./row";
import type { RowAnswer } from "./schema";

/** The most bytes of a line. */
const MOST_LINE_BYTES = 2 ** 20;
const LINE_FEED = 0x0a;

export interface NdjsonAsking extends Asking {
  /** Is given the number of rows as they are answered. */
  charge: (rows: number) => void;
}

/**
 * Newline-delimited JSON: a row's inputs in each line, and in each line of the answer what `predict` says of them, in
 * the same order. What has come is answered when it has come, a turn's worth at a time, so that rows can be sent one by
 * one. The last line sums up; where the body breaks a limit, the last line is a row at fault that says which.
 */
export async function* answerNdjson(
  model: Model,
  chunks: AsyncIterable<Uint8Array>,
  asking: NdjsonAsking,
): AnswerParts {
  const summary = emptySummary();
  const writeLine = (line: Uint8Array): string => {
    const answer = answerLine(model, line, asking);
    countAnswer(summary, answer);
    return `${JSON.stringify(answer)}\n`;
  };

  try {
    for await (const lines of linesOf(chunks)) {
      for (let next = 0; next < lines.length;) {
        const turn = await nextTurn();
        let answers = "";
        const before = summary.rows;
        while (next < lines.length && !turn.isOver) answers += writeLine(lines[next++]!);
        asking.charge(summary.rows - before);
        if (answers !== "") yield answers;
      }
    }
    if (summary.rows === 0)
      throw new BodyFault(notJson("the body must have the inputs of a row in each line, as a JSON object"));
  } catch (error) {
    if (error instanceof BodyFault && summary.rows > 0)
      yield `${JSON.stringify(rowFault([{ name: "", detail: error.problem.detail }]))}\n`;
    throw error;
  }
  yield `${JSON.stringify({ summary })}\n`;
  return summaryFields(summary);
}

/** The lines that are whole with each chunk, without blank ones. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let rest: Uint8Array[] = [];
  let waiting = 0;
  for await (const chunk of chunks) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const part = chunk.subarray(start, end);
      lines.push(rest.length > 0 ? Buffer.concat([...rest, part]) : part);
      [rest, waiting, start] = [[], 0, end + 1];
    }
    rest.push(chunk.subarray(start));
    waiting += chunk.length - start;
    if (waiting > MOST_LINE_BYTES) throw new BodyFault(lineTooLong(MOST_LINE_BYTES));
    yield lines.filter((line) => !isBlank(line));
  }
  const last = Buffer.concat(rest);
  if (!isBlank(last)) yield [last];
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
