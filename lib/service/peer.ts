import { AsyncLocalStorage } from "node:async_hooks";
import { processState } from "../process-state";

const kept = processState("peer", () => ({ address: new AsyncLocalStorage<string | undefined>() }));

/** Do something for a request, during which the address that connects is known. Next hands no socket to a page. */
export function withPeer<Result>(address: string | undefined, work: () => Result): Result {
  return kept.address.run(address, work);
}

/** The address that connects, if `server.ts` has seen it. */
export function peerAddress(): string | undefined {
  return kept.address.getStore();
}
