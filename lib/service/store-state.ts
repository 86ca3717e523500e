import { setTimeout } from "node:timers/promises";
import { processState } from "../process-state";
import { causeInWords, NoStoreError, StoreAwayError } from "../store/faults";
import { writeSetting } from "../store/settings";
import { withStore } from "../store/store";
import { logWarning } from "./log";
import { settings } from "./settings";

/** How the store does: it takes what is written, there is none, or it is away and why, in words for anybody. */
export type StoreState = { store: "ok" | "none" } | { store: "away"; cause: string };

/** For so long a state is believed, and no longer is one waited for. */
const BELIEVED_MILLISECONDS = 5_000;
const PATIENCE_MILLISECONDS = 1_000;

interface Kept {
  state?: StoreState;
  checkedAt: number;
  checking?: Promise<StoreState>;
}
const kept = processState("store-state", (): Kept => ({ checkedAt: -Infinity }));

/**
 * How the store does at this moment, or did within five seconds. It is written to: a full disk can still be read. When
 * it goes away, and when it is back, the log has a line with the variable that names it.
 */
export async function checkStore(): Promise<StoreState> {
  if (kept.state && performance.now() - kept.checkedAt < BELIEVED_MILLISECONDS) return kept.state;
  kept.checking ??= look().finally(() => (kept.checking = undefined));
  return Promise.race([kept.checking, lateState()]);
}

async function lateState(): Promise<StoreState> {
  await setTimeout(PATIENCE_MILLISECONDS, undefined, { ref: false });
  return { store: "away", cause: "the store does not answer within a second" };
}

async function look(): Promise<StoreState> {
  const state = await withStore((store) => writeSetting(store, "checked_at", String(Date.now()))).then(
    (): StoreState => ({ store: "ok" }),
    (error: unknown): StoreState => {
      if (error instanceof NoStoreError) return { store: "none" };
      return { store: "away", cause: error instanceof StoreAwayError ? causeInWords(error) : "the store fails" };
    },
  );
  const before = kept.state;
  Object.assign(kept, { state, checkedAt: performance.now() });
  const [now] = describeStore(state);
  if (now !== undefined && JSON.stringify(before) !== JSON.stringify(state)) logWarning(now);
  else if (before?.store === "away" && state.store === "ok") logWarning("the store is back");
  return state;
}

/** What an operator has to know of a store that is away: the variable that names it, the cause and what goes on. */
export function describeStore(state: StoreState): string[] {
  if (state.store !== "away") return [];
  const variable = settings().DATABASE_URL ? "DATABASE_URL" : "DATA_DIR";
  return [
    `${variable}: ${state.cause}; single predictions are answered, without a receipt unless the key of receipts is known, and what needs the store is answered 503`,
  ];
}
