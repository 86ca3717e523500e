import { processState } from "../process-state";

/**
 * How long a batch works in its turn. Whatever comes in meanwhile waits for no more than this, however many batches there
 * are.
 */
const TURN_MILLISECONDS = 5;

/** The batches that wait for their turn, the one that has waited longest first. */
const queue = processState("turns", () => ({ waiting: [] as ((turn: Turn) => void)[], called: false }));

/** The time that one batch has for itself. */
export class Turn {
  private readonly end = performance.now() + TURN_MILLISECONDS;

  /** Whether the time is up: what is left waits for another turn. */
  get isOver(): boolean {
    return performance.now() >= this.end;
  }
}

/**
 * Wait for a turn. The event loop gives one turn to one batch each time it goes round, over the whole process; in between,
 * it answers every request that has come in. Batches take turns in the order in which they ask.
 */
export function nextTurn(): Promise<Turn> {
  return new Promise((resolve) => {
    queue.waiting.push(resolve);
    callLater();
  });
}

/** Immediates that are set by an immediate run when the event loop has gone round once more. */
function callLater(): void {
  if (queue.called || queue.waiting.length === 0) return;
  queue.called = true;
  setImmediate(() => {
    queue.called = false;
    queue.waiting.shift()!(new Turn());
    callLater();
  });
}

/**
 * What a function makes of each item, in their order, a turn's worth at a time.
 *
 * @param items up to so many that all of them and what becomes of them fit into memory
 */
export async function mapInTurns<Item, Result>(
  items: Iterable<Item>,
  make: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let turn = await nextTurn();
  for (const item of items) {
    if (turn.isOver) turn = await nextTurn();
    results.push(make(item, results.length));
  }
  return results;
}
