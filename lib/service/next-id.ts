import { randomBytes } from "node:crypto";

const series = randomBytes(9).toString("base64url");
let made = 0;

/** A name that nothing else has: 72 random bits of this process and a count. */
export function nextId(): string {
  return `${series}${(made++).toString(36)}`;
}
