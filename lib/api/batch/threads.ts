import type { ScoreTask, BlockToScore, ScoredBlock } from "../../scoring/score-worker";
import { WorkerPool } from "../../scoring/worker-pool";

/** Scores the blocks of one table beside the thread that answers requests. */
export type Threads = WorkerPool<BlockToScore, ScoredBlock>;

let script: URL | undefined;
let running = 0;
/** Tables that are scored in threads at once; there are not the processors for more, which are scored in turns. */
const MOST_TABLES = 2;

/** Let tables be scored in threads that run a script: that of `lib/scoring/score-worker.ts`, bundled. */
export function scoreInThreads(worker: URL): void {
  script = worker;
}

/** Threads for a table, until they are closed; undefined where there are none to be had. */
export function takeThreads(task: ScoreTask): { threads: Threads; close: () => Promise<void> } | undefined {
  if (!script || running === MOST_TABLES) return undefined;
  running++;
  const threads: Threads = new WorkerPool(script);
  threads.prepare(task);
  const close = async () => {
    running--;
    await threads.close();
  };
  return { threads, close };
}
