import { processState } from "../process-state";

/**
 * Whether this process wants new work. The server sets `draining` when it is told to stop: from then on it is
 * not ready, so that whoever balances the load sends nothing more, while what has arrived is still answered.
 */
export const readiness = processState("readiness", () => ({ draining: false }));
