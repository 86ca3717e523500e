import { randomBytes } from "node:crypto";
import { processState } from "../process-state";

const ids = processState("ids", () => ({ series: randomBytes(9).toString("base64url"), made: 0 }));

/** A name that nothing else has: 72 random bits of this process and a count. */
export function nextId(): string {
  return `${ids.series}${(ids.made++).toString(36)}`;
}
