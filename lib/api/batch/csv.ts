import { CsvError } from "../../csv/dialect";
import { openTable } from "../../csv/table";
import type { Model } from "../../regression/model";
import { BlockScorer, type ScoredTable, type ScoreOptions } from "../../scoring/score-block";
import type { BlockToScore, ScoreTask } from "../../scoring/score-worker";
import { addSummary, emptySummary } from "../../scoring/summary";
import { countBatch } from "../metrics";
import { invalidInput } from "../problem";
import { summaryFields, type AnswerParts } from "./answer-stream";
import { BodyFault } from "./open-body";
import { takeThreads } from "./threads";

/** Bytes of a block: so many rows at most wait for the ones behind them. */
const BLOCK_BYTES = 2 ** 17;

/**
 * A table of CSV with the answer's columns added to each row; see `BlockScorer`. What is wrong with the columns is
 * known before any row is read; what is wrong with the file after that is the error of a last row, behind which the
 * answer breaks off.
 *
 * @param large whether the table may be worth threads of its own
 */
export async function* answerCsv(
  model: Model,
  chunks: AsyncIterable<Uint8Array>,
  options: ScoreOptions & { level: number },
  large: boolean,
): AnswerParts {
  const summary = emptySummary();
  let scorer: BlockScorer | undefined;
  try {
    const { header, blocks } = await openTable(chunks, { blockBytes: BLOCK_BYTES });
    scorer = new BlockScorer(model, header, options);
    yield scorer.scoreHeader();
    const { spec, artifact } = model;
    for await (const scored of scoreBlocks(
      blocks,
      scorer,
      large ? { spec, artifact, header, ...options } : undefined,
    )) {
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

/** The blocks' answers in their order: in threads where there are some to be had for the task, otherwise here. */
async function* scoreBlocks(
  blocks: AsyncIterable<Uint8Array>,
  scorer: BlockScorer,
  task: ScoreTask | undefined,
): AsyncGenerator<ScoredTable> {
  const taken = task && takeThreads(task);
  if (!taken) {
    for await (const block of blocks) yield scorer.scoreBlock(block);
    return;
  }
  async function* messages(): AsyncGenerator<BlockToScore> {
    for await (const block of blocks) yield { block, space: undefined };
  }
  try {
    const scoreHere = ({ block }: BlockToScore) => ({ block, ...scorer.scoreBlock(block) });
    yield* taken.threads.map(messages(), scoreHere, ({ block }) => [block.buffer as ArrayBuffer]);
  } finally {
    await taken.close();
  }
}

function toFault(error: unknown): BodyFault | undefined {
  if (error instanceof BodyFault) return error;
  if (!(error instanceof CsvError)) return undefined;
  return new BodyFault(invalidInput(error.message.split("\n").map((detail) => ({ pointer: "#", detail }))));
}
