import { listModels } from "../registry/registry";

/**
 * Whether this process wants new work. The server sets `draining` when it is told to stop: from then on it is
 * not ready, so that whoever balances the load sends nothing more, while what has arrived is still answered.
 */
export const readiness = { draining: false };

/**
 * How many models can be asked, or the reason why none can, in words for anybody; with `fault`, what an operator has to
 * know of it.
 */
export async function checkReady(): Promise<{ models: number } | { reason: string; fault?: unknown }> {
  if (readiness.draining) return { reason: "this process is stopping" };
  try {
    return { models: (await listModels()).length };
  } catch (fault) {
    return { reason: "a model cannot be loaded; the log says which", fault };
  }
}
