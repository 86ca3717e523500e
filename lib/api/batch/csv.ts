import { CsvError } from "../../csv/dialect";
import { TableSplitter } from "../../csv/split";
import type { Model } from "../../regression/model";
import { BlockScorer, type ScoreOptions } from "../../scoring/score-block";
import { addSummary, emptySummary } from "../../scoring/summary";
import { countBatch } from "../metrics";
import { invalidInput } from "../problem";
import { summaryFields, type AnswerParts } from "./answer-stream";
import { BodyFault } from "./open-body";

/**
 * A table of CSV with the answer's columns added to each row; see `BlockScorer`. Blocks of half a megabyte are answered
 * as they fill. What is wrong with the columns is known before any row is read; what is wrong with the file after
 * that is the error of a last row, behind which the answer breaks off.
 */
export async function* answerCsv(model: Model, chunks: AsyncIterable<Uint8Array>, options: ScoreOptions): AnswerParts {
  const splitter = new TableSplitter();
  const summary = emptySummary();
  let scorer: BlockScorer | undefined;
  const scoreBlock = (block: Uint8Array) => {
    const scored = scorer!.scoreBlock(block);
    addSummary(summary, scored.summary);
    countBatch(model, scored.summary);
    return scored.bytes;
  };
  try {
    for await (const chunk of chunks) {
      for (const block of splitter.push(chunk)) {
        if (!scorer) yield (scorer = new BlockScorer(model, splitter.header!, options)).scoreHeader();
        yield scoreBlock(block);
      }
      if (!scorer && splitter.header) yield (scorer = new BlockScorer(model, splitter.header, options)).scoreHeader();
    }
    const last = splitter.finish();
    if (!scorer) yield (scorer = new BlockScorer(model, splitter.header!, options)).scoreHeader();
    if (last) yield scoreBlock(last);
  } catch (error) {
    const fault = toFault(error);
    if (fault && scorer) yield scorer.breakOff(fault.problem.detail);
    throw fault ?? error;
  }
  return summaryFields(summary);
}

function toFault(error: unknown): BodyFault | undefined {
  if (error instanceof BodyFault) return error;
  if (!(error instanceof CsvError)) return undefined;
  return new BodyFault(invalidInput(error.message.split("\n").map((detail) => ({ pointer: "#", detail }))));
}
