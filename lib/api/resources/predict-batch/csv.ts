import { CsvError } from "../../../csv/dialect";
import { openTable } from "../../../csv/table";
import type { Model } from "../../../model/model";
import { BlockScorer, type ScoreOptions } from "../../../scoring/score-block";
import { addSummary, emptySummary } from "../../../scoring/summary";
import { countBatch } from "../../../service/metrics";
import { invalidInput } from "../../problem/problem";
import { summaryFields, type AnswerParts } from "./answer-stream";
import { BodyFault } from "./open-body";

/** Bytes of a block: what fits is answered together, in a few milliseconds in which nobody else is answered. */
const BLOCK_BYTES = 2 ** 17;

/**
 * A table of CSV with the answer's columns added to each row; see `BlockScorer`. What is wrong with the columns is
 * known before any row is read; what is wrong with the file after that is the error of a last row, behind which the
 * answer breaks off.
 */
export async function* answerCsv(model: Model, chunks: AsyncIterable<Uint8Array>, options: ScoreOptions): AnswerParts {
  const summary = emptySummary();
  let scorer: BlockScorer | undefined;
  try {
    const { header, blocks } = await openTable(chunks, { blockBytes: BLOCK_BYTES });
    scorer = new BlockScorer(model, header, options);
    yield scorer.scoreHeader();
    for await (const block of blocks) {
      const scored = scorer.scoreBlock(block);
      addSummary(summary, scored.summary);
      countBatch(model, scored.summary);
      yield scored.bytes;
    }
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
