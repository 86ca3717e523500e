import { isFormToken } from "./form-token";
import type { Soon } from "./soon";

/** Reads a header of a request by its name in lower case. */
type ReadHeader = (name: string) => string | undefined;

/**
 * Whether a request comes from one of our own pages.
 *
 * Browsers tell where a request comes from, in headers that no page can set: `Sec-Fetch-Site`, which on plain HTTP they
 * leave out, and `Origin`, which is compared with the host that the browser has asked for. A proxy that keeps that host
 * to itself leaves only the token that the page carries: see form-token.ts. A host without its port is not compared with
 * an origin that has one: another port of the same host is another site, so that takes the token too.
 *
 * Source: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 *
 * @param token what the request carries as the token of its page; "" where it carries none
 * @param now in milliseconds since 1970
 */
export function isFromOwnPage(header: ReadHeader, token: string, now: number): Soon<boolean> {
  const site = header("sec-fetch-site");
  if (site === "same-origin") return true;
  if (site === "cross-site") return false;
  if (site === undefined && isOwnOrigin(header)) return true;
  return token !== "" && isFormToken(token, header("cookie"), now);
}

/** Whether `Origin` names the host of the request, as the browser has asked for it or as a proxy says it has. */
function isOwnOrigin(header: ReadHeader): boolean {
  const origin = header("origin") ?? "";
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  // The port that goes without saying may be spelt out, which depends on the protocol.
  const isSame = (other = "") =>
    URL.canParse(`${protocol}//${other}`) && new URL(`${protocol}//${other}`).host === host;
  return host !== "" && [header("host"), ...forwardedHosts(header)].some(isSame);
}

/**
 * The host that the browser has asked for, as the proxy that it reached says it. No page can make a browser send these
 * headers, so whether a proxy is trusted does not matter here.
 */
function forwardedHosts(header: ReadHeader): (string | undefined)[] {
  const [, quoted, plain] = /(?:^|[;,\s])host=(?:"([^"]*)"|([^;,\s]*))/i.exec(header("forwarded") ?? "") ?? [];
  return [header("x-forwarded-host")?.split(",")[0]!.trim(), quoted ?? plain];
}
