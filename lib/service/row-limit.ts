import { RateLimiterMemory } from "rate-limiter-flexible";
import { processState } from "../process-state";
import { settings } from "./settings";

const SECONDS = 60;

const kept = processState("row-limit", (): { limiter?: RateLimiterMemory } => ({}));

/** What a client has left of `ROW_LIMIT`. */
export interface RowsLeft {
  rows: number;
  /** Until all of them are there again. */
  seconds: number;
}

/**
 * Count rows of batches that a client has had scored; nothing where there is no limit. More than are left can be taken:
 * a batch that has begun goes on, and the client's next one has to wait.
 *
 * @param client see `clientOf`
 * @param rows 0 to ask how many are left
 */
export async function takeRows(client: string, rows: number): Promise<RowsLeft | undefined> {
  const { ROW_LIMIT } = settings();
  if (ROW_LIMIT === 0) return undefined;
  kept.limiter ??= new RateLimiterMemory({ points: ROW_LIMIT, duration: SECONDS });
  const used = await kept.limiter.penalty(client, rows);
  return { rows: used.remainingPoints, seconds: Math.ceil(used.msBeforeNext / 1000) };
}
