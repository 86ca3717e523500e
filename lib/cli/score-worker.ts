import { parentPort, workerData } from "node:worker_threads";
import type { Header } from "../csv/header";
import type { Artifact } from "../regression/artifact";
import { loadModel } from "../regression/model";
import type { Spec } from "../regression/spec";
import { BlockScorer } from "../scoring/score-block";
import type { BatchSummary } from "../scoring/summary";

/** What a scoring thread starts with. */
export interface ScoreTask {
  spec: Spec;
  artifact: Artifact;
  header: Header;
  level: number;
}

/** A block's answer. */
export interface ScoredBlock {
  bytes: Uint8Array;
  summary: BatchSummary;
  /** Bytes of the block. */
  read: number;
}

/** Scores the blocks that it is sent, one answer for each. */
const { spec, artifact, header, level } = workerData as ScoreTask;
const scorer = new BlockScorer(loadModel(spec, artifact), header, { level });
parentPort!.on("message", (block: Uint8Array) => {
  const answer: ScoredBlock = { ...scorer.scoreBlock(block), read: block.length };
  parentPort!.postMessage(answer, [answer.bytes.buffer as ArrayBuffer]);
});
