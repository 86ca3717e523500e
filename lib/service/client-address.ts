import { isIP } from "node:net";
import { processState } from "../process-state";
import { logWarning } from "./log";
import { settings } from "./settings";

/** Whether the log says already that the header is ignored. */
const said = processState("forwarded-ignored", () => ({ warned: false }));

/**
 * The address that a request comes from, as it is written.
 *
 * It is the address that connects, unless `TRUST_PROXY` says how many proxies stand in front: each adds the address
 * that connected to it at the end of `X-Forwarded-For`, and what is further to the front the client made up.
 * Where Next runs alone there is no socket to be seen, and that header is all there is.
 *
 * @param connected the address that connects, if it can be seen
 * @param forwarded the header `X-Forwarded-For`, if it was sent; several are one, with commas between
 */
export function addressOf(connected: string | undefined, forwarded: string | undefined): string {
  const { TRUST_PROXY } = settings();
  if (connected && TRUST_PROXY === 0) {
    if (forwarded && !said.warned)
      logWarning("X-Forwarded-For is ignored: set TRUST_PROXY to the number of proxies in front");
    said.warned ||= forwarded !== undefined;
    return connected;
  }
  // An empty part is none (RFC 9110, section 5.6.1).
  const addresses = (forwarded ?? "").split(",").filter((part) => part.trim() !== "");
  return addresses.at(-Math.max(TRUST_PROXY, 1)) ?? addresses[0] ?? connected ?? "";
}

/** Where a request comes from, as limits count it: see `addressOf` and `toClient`. */
export function clientOf(connected: string | undefined, forwarded: string | undefined): string {
  return toClient(addressOf(connected, forwarded));
}

/**
 * An address in the form that is counted: an IPv4 address, or the first half of an IPv6 address, since a client that
 * has one usually has all 2⁶⁴ that share it. What is no address is one client together. Some proxies add the port.
 */
export function toClient(text: string): string {
  const address = withoutPort(text.trim());
  if (isIP(address) === 4) return address;
  if (isIP(address) === 0) return "unknown";
  const groups = groupsOf(address);
  const [high, low] = groups.slice(6).map((group) => parseInt(group, 16)) as [number, number];
  // A socket that takes both kinds writes IPv4 addresses as ::ffff:0:0/96 (RFC 4291, section 2.5.5.2).
  const isMapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join(".") : groups.slice(0, 4).join(":");
}

/** "192.0.2.1:443" and "[2001:db8::1]:443" without what stands around the address, and so in quotes (RFC 7239). */
function withoutPort(text: string): string {
  if (isIP(text) !== 0) return text;
  const [, bracketed, plain] = /^"?(?:\[([^\]]*)\]|([\d.]+))(?::\w+)?"?$/.exec(text) ?? [];
  return bracketed ?? plain ?? "";
}

/** The eight groups of an IPv6 address, in hex without zeros before them. */
function groupsOf(address: string): string[] {
  const { hostname } = new URL(`http://[${address.split("%")[0]}]`);
  const [before, after] = hostname.slice(1, -1).split("::") as [string, string | undefined];
  const [head, tail] = [before, after ?? ""].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}
