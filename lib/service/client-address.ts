import { isIP } from "node:net";
import { processState } from "../process-state";
import { logWarning } from "./log";
import { settings } from "./settings";

/** Whether the log says already that the header is ignored. */
const said = processState("forwarded-ignored", () => ({ warned: false }));

/**
 * Who is asking, as far as the rate limit tells clients apart: an IPv4 address, or the first half of an IPv6 address,
 * since whoever has one usually has all 2⁶⁴ that share it.
 *
 * It is the address that connects, unless `TRUST_PROXY` says how many proxies stand in front: each adds the address
 * that connected to it at the end of `X-Forwarded-For`, and what is further to the front the client made up.
 * Where Next runs alone there is no socket to be seen, and that header is all there is.
 *
 * @param connected the address that connects, if it can be seen
 * @param forwarded the header `X-Forwarded-For`, if it was sent
 */
export function clientOf(connected: string | undefined, forwarded: string | undefined): string {
  const { TRUST_PROXY } = settings();
  if (connected && TRUST_PROXY === 0) {
    if (forwarded && !said.warned)
      logWarning("X-Forwarded-For is ignored: set TRUST_PROXY to the number of proxies in front");
    said.warned ||= forwarded !== undefined;
    return toClient(connected);
  }
  const addresses = forwarded?.split(",") ?? [];
  return toClient(addresses.at(-Math.max(TRUST_PROXY, 1)) ?? addresses[0] ?? connected ?? "");
}

/**
 * An address in the form that is counted; what is no address is one client together. Azure's proxies write the client's
 * port behind the address, which changes with each connection and so is left out.
 */
export function toClient(text: string): string {
  const [, inBrackets, beforePort] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text.trim()) ?? [];
  const address = (inBrackets ?? beforePort ?? text.trim()).replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIP(address) === 4) return address;
  if (isIP(address) === 0) return "unknown";
  const [head = "", tail] = address.toLowerCase().split("%")[0]!.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(8 - before.length - after.length, 0)).fill("0");
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
