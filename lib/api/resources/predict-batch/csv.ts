import { CsvError, type DecimalMark } from "../../../csv/dialect";
import { openTable } from "../../../csv/table";
import type { Model } from "../../../model/model";
import type { ColumnChoice } from "../../../model/inputs/columns";
import { decideTable } from "../../../scoring/decide-table";
import { BlockScorer } from "../../../scoring/score-block";
import { addSummary, emptySummary } from "../../../scoring/summary";
import { countBatch } from "../../../service/metrics";
import { noteRows, type Noting } from "../../../service/note-rows";
import { nextTurn } from "../../../service/turns";
import { invalidInput } from "../../problem/problem";
import { summaryFields, type AnswerParts } from "./answer-stream";
import { BodyFault } from "./open-body";

/** Bytes of a block: what can be answered in one turn, or in a few. */
const BLOCK_BYTES = 2 ** 17;

export interface CsvAsking extends Noting {
  columns: ColumnChoice;
  /** The mark before decimals, where the caller says it. */
  decimal: DecimalMark | undefined;
  /** Is given the number of rows as they are scored. */
  charge: (rows: number) => void;
}

/**
 * A table of CSV with the answer's columns added to each row; see `BlockScorer`. What is wrong with the columns is
 * known before any row is read; what is wrong with the file after that is the error of a last row, behind which the
 * answer breaks off.
 */
export async function* answerCsv(model: Model, chunks: AsyncIterable<Uint8Array>, asking: CsvAsking): AnswerParts {
  const { level, columns, decimal, key, charge } = asking;
  const summary = emptySummary();
  let scorer: BlockScorer | undefined;
  try {
    const table = await openTable(chunks, { blockBytes: BLOCK_BYTES });
    const { header, blocks } = await decideTable(model.spec, table, { columns, decimal });
    scorer = new BlockScorer(model, header, { level, columns, receipts: key !== undefined });
    yield scorer.scoreHeader();
    for await (const block of blocks) {
      scorer.load(block);
      for (;;) {
        const turn = await nextTurn();
        const scored = scorer.scoreNext(() => turn.isOver, noteRows(model, asking));
        if (!scored) break;
        addSummary(summary, scored.summary);
        countBatch(model, scored.summary);
        charge(scored.summary.rows);
        yield scored.bytes;
      }
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
