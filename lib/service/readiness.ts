import { processState } from "../process-state";
import { ModelDirError } from "../registry/faults";
import { listPublished, listNotServed } from "../registry/registry";
import { checkStore, type StoreState } from "./store-state";

/**
 * Whether this process wants new work. The server sets `draining` when it is told to stop: from then on it is
 * not ready, so that whoever balances the load sends nothing more, while what has arrived is still answered.
 */
export const readiness = processState("readiness", () => ({ draining: false }));

/** Of the models that cannot be served, as many are named. */
const MOST_NAMED = 3;

/**
 * How many models answer and how the store does, or the reason why no model answers, in words for anybody; with `fault`,
 * what an operator has to know of it. Predictions do not need the store, so a process without it is ready all the same:
 * to take every instance out of service at once would help nobody.
 */
export async function checkReady(): Promise<({ models: number } & StoreState) | { reason: string; fault?: unknown }> {
  if (readiness.draining) return { reason: "this process is stopping" };
  try {
    const models = (await listPublished()).length;
    return models > 0 ? { models, ...(await checkStore()) } : { reason: await whyNone() };
  } catch (fault) {
    if (fault instanceof ModelDirError) return { reason: "MODEL_DIR is not a folder that can be read" };
    return { reason: "the models cannot be read; the log says why", fault };
  }
}

async function whyNone(): Promise<string> {
  const notServed = await listNotServed();
  if (notServed.length === 0) return "MODEL_DIR holds no model";
  const named = notServed.slice(0, MOST_NAMED).map(({ name, reason }) => `${name}: ${reason}`);
  const more = notServed.length - named.length;
  return `no model can answer; ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
