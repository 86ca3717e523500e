import { processState } from "../../process-state";
import { findDraft, nextToWorkOn, noteWork, type DraftKey } from "../../store/drafts";
import { NoStoreError, StoreAwayError } from "../../store/faults";
import { pruneFiles } from "../../store/files";
import { renewLease, takeLease } from "../../store/lease";
import { withStore } from "../../store/store";
import { logWarning } from "../log";
import { runThread } from "./run-thread";

/** What one deployment does one at a time. */
const LEASE = "drafts";
/** After so long without a sign of life, another instance goes on with the work. */
export const LEASE_MILLISECONDS = 15_000;
const RENEWED_MILLISECONDS = 3_000;
const NOTED_MILLISECONDS = 500;

/** How long to wait for the next look: while another instance is at work, and while there is nothing to do. */
const BUSY_MILLISECONDS = 1_000;
const IDLE_MILLISECONDS = 10_000;
const PRUNED_MILLISECONDS = 3_600_000;

/** What has ended a process or a thread so often will do so again. */
const MOST_ATTEMPTS = 3;

interface Kept {
  /** The file of the thread; without it nothing is trained here. */
  thread?: URL;
  look?: () => void;
  timer?: ReturnType<typeof setTimeout>;
  looking?: Promise<number>;
  /** Ends what is being worked on. */
  stop?: AbortController;
  stopped: boolean;
  /** Whether there is something to do since the last look began. */
  hurried: boolean;
  prunedAt: number;
}
const kept = processState("drafts", (): Kept => ({ stopped: false, hurried: false, prunedAt: -Infinity }));

/**
 * Work on drafts from now on, one at a time over all instances.
 *
 * @param thread the bundle of `thread.ts`
 */
export function watchDrafts(thread: URL): void {
  Object.assign(kept, { thread, look: () => wait(0), stopped: false });
  wait(0);
}

/** Whether drafts are worked on in this process. */
export const worksOnDrafts = (): boolean => kept.thread !== undefined;

/** There is something to do: look at once. */
export function hurryDrafts(): void {
  kept.hurried = true;
  kept.look?.();
}

/** Leave the work to other instances, or to this one when it has been started again. */
export async function stopDrafts(): Promise<void> {
  kept.stopped = true;
  clearTimeout(kept.timer);
  kept.stop?.abort();
  await kept.looking?.catch(() => undefined);
}

function wait(milliseconds: number): void {
  if (kept.stopped || kept.looking) return;
  clearTimeout(kept.timer);
  kept.timer = setTimeout(() => {
    kept.hurried = false;
    kept.looking = lookForWork().finally(() => (kept.looking = undefined));
    void kept.looking.then((next) => wait(kept.hurried ? 0 : next));
  }, milliseconds);
  kept.timer.unref();
}

/** Do what there is to do; gives how long to wait for the next look. It never throws. */
async function lookForWork(): Promise<number> {
  try {
    while (!kept.stopped) {
      const id = await withStore(nextToWorkOn);
      if (id === undefined) {
        await prune();
        return IDLE_MILLISECONDS;
      }
      if (!(await workOnNext())) return BUSY_MILLISECONDS;
    }
  } catch (error) {
    if (!(error instanceof NoStoreError || error instanceof StoreAwayError)) {
      logWarning(`drafts could not be seen to: ${(error as Error).stack ?? String(error)}`);
    }
  }
  return IDLE_MILLISECONDS;
}

async function prune(): Promise<void> {
  const now = Date.now();
  if (now - kept.prunedAt < PRUNED_MILLISECONDS) return;
  kept.prunedAt = now;
  await withStore((store) => pruneFiles(store, now));
}

/** Work on the draft that has waited longest; false where another instance is at work. */
async function workOnNext(): Promise<boolean> {
  const now = Date.now();
  const lease = { held: now + LEASE_MILLISECONDS };
  if (!(await withStore((store) => takeLease(store, LEASE, now, lease.held)))) return false;
  try {
    // What was next before the lease was ours may be done by now.
    const id = await withStore(nextToWorkOn);
    const draft = id === undefined ? undefined : await withStore((store) => findDraft(store, id));
    if (!draft) return true;
    const stop = (kept.stop = new AbortController());
    if (kept.stopped) stop.abort();
    const key = { id: draft.id, revision: draft.revision };
    const { attempts } = draft;
    if (attempts >= MOST_ATTEMPTS) {
      const detail = `the work on it was begun ${attempts} times and never came to an end: the file may be too large for this server; train it with glasshouse train and publish the folder`;
      await withStore((store) =>
        noteWork(store, key, { status: "failed", fault: JSON.stringify({ pointer: null, detail }) }),
      );
      return true;
    }
    await withStore((store) => noteWork(store, key, { attempts: attempts + 1 }));
    const work = runThread(kept.thread!, draft, stop.signal);
    const heart = beat(work.key, work.progress, lease, stop);
    try {
      await work.done;
    } finally {
      clearInterval(heart);
    }
    // A server that is stopped in good order has not failed.
    if (kept.stopped) await withStore((store) => noteWork(store, work.key(), { attempts }));
    return true;
  } finally {
    kept.stop = undefined;
    const { held } = lease;
    await withStore((store) => renewLease(store, LEASE, held, Date.now()));
  }
}

/** While a draft is worked on: write down how far it is, keep the lease, and stop where somebody has changed the draft. */
function beat(
  key: () => DraftKey,
  progress: () => number,
  lease: { held: number },
  stop: AbortController,
): ReturnType<typeof setInterval> {
  let isBusy = false;
  let missed: number | undefined;
  async function tick(): Promise<void> {
    const now = Date.now();
    const { id, revision } = key();
    const isOurs = await withStore((store) => noteWork(store, { id, revision }, { progress: progress() }));
    // A revision that the work itself makes just now is known a moment later: one that is missed twice is not ours.
    if (!isOurs && missed === revision) return stop.abort();
    missed = isOurs ? undefined : revision;
    const until = now + LEASE_MILLISECONDS;
    if (until - lease.held < RENEWED_MILLISECONDS) return;
    if (!(await withStore((store) => renewLease(store, LEASE, lease.held, until)))) return stop.abort();
    lease.held = until;
  }
  return setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    // A store that is away for a moment ends nothing.
    void tick()
      .catch(() => undefined)
      .finally(() => (isBusy = false));
  }, NOTED_MILLISECONDS);
}
