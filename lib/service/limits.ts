import { processState } from "../process-state";
import { addLimitCounts, forgetEndedLimits, forgetLimitCount } from "../store/limits";
import { withStore } from "../store/store";
import { settings } from "./settings";
import { goOn, type Soon } from "./soon";
import { WindowCounts, type Count, type NamedLimit, type Taken } from "./window-counts";
import { askToCount, isWorker } from "./worker";

/**
 * Limits that hold for all that answer together. Points are counted in one process of a machine: the only one, or the
 * primary where `WEB_CONCURRENCY` starts several. Machines that share a PostgreSQL database hear of each other's counts
 * through it twice a second, so that no request waits for the database; a strict limit waits. While the database is away,
 * each machine counts alone: a limit then refuses later than it should, and never wrongly.
 *
 * Limits are not kept over a restart, except in the database. Inside Next alone there is one process for each instance.
 */
export interface Limiter {
  /**
   * Count points of a client, one unless given; 0 changes nothing and says how the client stands.
   *
   * @returns at once where this process counts by itself
   */
  take(client: string, points?: number): Soon<Taken>;
  /** Give a client all its points back, as after the right password. */
  forget(client: string): Promise<void>;
}

/** How often machines hear of each other, and how many clients of a limit at once; the others wait for the next time. */
const SETTLE_MILLISECONDS = 500;
const SETTLE_WHEN_AWAY_MILLISECONDS = 5_000;
const MOST_SETTLED = 1_000;
const FORGET_MILLISECONDS = 60_000;

interface Kept {
  counts: Map<string, WindowCounts>;
  /** Of the next time that machines hear of each other; none while no client asks anything. */
  timer?: NodeJS.Timeout;
  forgotAt: number;
}
const kept = processState("limits", (): Kept => ({ counts: new Map(), forgotAt: Date.now() }));

/** The limit of a name; to ask for it again costs nothing and gives the same counts. */
export function limiterOf(name: string, limit: Omit<NamedLimit, "name">): Limiter {
  const named = { name, ...limit };
  const count = (of: Count): Soon<Taken> => (isWorker() ? askToCount(of).catch(() => countHere(of)) : countHere(of));
  return {
    take: (client, take = 1) => count({ ...named, client, take }),
    forget: async (client) => void (await count({ ...named, client, take: "forget" })),
  };
}

/** Count in this process, for whatever process of the machine. */
export function countHere({ client, take, ...limit }: Count): Soon<Taken> {
  const counts = countsOf(limit.name);
  if (take === "forget") {
    counts.forget(client);
    const forgotten = isShared() ? withStore((store) => forgetLimitCount(store, limit.name, client)) : undefined;
    const taken = () => counts.take(client, 0, limit, Date.now());
    return forgotten ? forgotten.then(taken, taken) : taken();
  }
  const taken = counts.take(client, take, limit, Date.now());
  if (!isShared()) return taken;
  if (limit.strict) return goOn(settleOne(limit.name, client), () => counts.take(client, 0, limit, Date.now()));
  if (!kept.timer) settleIn(SETTLE_MILLISECONDS);
  return taken;
}

function countsOf(name: string): WindowCounts {
  let counts = kept.counts.get(name);
  if (!counts) kept.counts.set(name, (counts = new WindowCounts()));
  return counts;
}

/** Whether other machines may count too. */
const isShared = () => settings().DATABASE_URL !== undefined;

/** Add what one client has taken to the database now, and hear what it has taken elsewhere; a fault changes nothing. */
async function settleOne(name: string, client: string): Promise<void> {
  const count = countsOf(name).takeUnheardOf(client);
  if (!count) return;
  const rows = [{ name, ...count }];
  const totals = await withStore((store) => addLimitCounts(store, rows, Date.now())).catch(() => []);
  for (const total of totals) countsOf(name).hear(total);
}

/**
 * The same of all clients. What could not be added is not added later: it counts here, and a client that is counted twice
 * would be refused wrongly. The window that holds for a client may be of another machine, which it asked first.
 */
async function settle(): Promise<void> {
  const now = Date.now();
  const rows = [...kept.counts].flatMap(([name, counts]) =>
    counts.takeUnheard(MOST_SETTLED, now).map((count) => ({ name, ...count })),
  );
  if (rows.length === 0) return void (kept.timer = undefined);
  let pause = SETTLE_MILLISECONDS;
  try {
    await withStore(async (store) => {
      for (const total of await addLimitCounts(store, rows, now)) countsOf(total.name).hear(total);
      if (now - kept.forgotAt < FORGET_MILLISECONDS) return;
      kept.forgotAt = now;
      await forgetEndedLimits(store, now);
    });
  } catch {
    pause = SETTLE_WHEN_AWAY_MILLISECONDS;
  }
  settleIn(pause);
}

function settleIn(milliseconds: number): void {
  kept.timer = setTimeout(() => void settle(), milliseconds).unref();
}
