import { parentPort } from "node:worker_threads";
import type { Header } from "../csv/header";
import { loadModel } from "../families";
import type { Bundle } from "../model/bundle";
import type { Spec } from "../model/spec";
import { signRows, type Signing } from "../service/row-receipt";
import { BlockScorer, type ScoreOptions } from "../scoring/score-block";
import type { BatchSummary } from "../scoring/summary";

/** What a scoring thread has to know first. */
export interface ScoreTask {
  spec: Spec;
  bundle: Bundle;
  header: Header;
  answers: ScoreOptions;
  /** For a column with the receipt of each estimate. */
  signing: Signing | undefined;
}

export interface BlockToScore {
  block: Uint8Array;
  /** A buffer to write the answer to, larger or not than it needs; memory that goes round is never garbage. */
  space: Uint8Array | undefined;
}

export interface ScoredBlock {
  /** The block that was scored, whose buffer can be used again. */
  block: Uint8Array;
  bytes: Uint8Array;
  summary: BatchSummary;
}

/** Scores the blocks that it is sent, one answer for each. */
const port = parentPort!;
port.once("message", ({ spec, bundle, header, answers, signing }: ScoreTask) => {
  const model = loadModel(spec, bundle);
  const scorer = new BlockScorer(model, header, answers);
  const sign = signing && signRows(model, signing);
  port.on("message", ({ block, space }: BlockToScore) => {
    const answer: ScoredBlock = { block, ...scorer.scoreBlock(block, space, sign) };
    port.postMessage(answer, [block.buffer as ArrayBuffer, answer.bytes.buffer as ArrayBuffer]);
  });
});
