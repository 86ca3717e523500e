import { limiterOf } from "./limits";
import { settings } from "./settings";

const SECONDS = 60;

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
  const { remaining, msBeforeNext } = await limiterOf("rows", { points: ROW_LIMIT, seconds: SECONDS }).take(
    client,
    rows,
  );
  return { rows: remaining, seconds: Math.ceil(msBeforeNext / 1000) };
}
