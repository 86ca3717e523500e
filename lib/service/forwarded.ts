import { settings } from "./settings";

/** Reads a header by its name in lower case; one that was sent more than once is one, with commas between. */
type ReadHeader = (name: string) => string | undefined;

/**
 * What the reader's browser speaks: "https" over an encrypted socket, or where a proxy that `TRUST_PROXY` counts says so
 * in `X-Forwarded-Proto`. Of several values the first is that of the proxy nearest to the browser.
 *
 * @param socket what the request came by; none where it cannot be seen, as in pages: there the header was settled by
 * `server.ts`, or set by the platform that runs Next alone
 */
export function forwardedProtocol(header: ReadHeader, socket?: { encrypted?: boolean }): "https" | "http" {
  if (socket?.encrypted) return "https";
  const isTrusted = socket === undefined || settings().TRUST_PROXY > 0;
  return isTrusted && firstOf(header("x-forwarded-proto")).toLowerCase() === "https" ? "https" : "http";
}

/**
 * The host that the reader's browser has asked for, with its port: `Host`, or what a proxy that `TRUST_PROXY` counts
 * says in `X-Forwarded-Host`. Undefined where neither is a host.
 */
export function forwardedHost(header: ReadHeader): string | undefined {
  const named = settings().TRUST_PROXY > 0 ? firstOf(header("x-forwarded-host")) : "";
  return [named, header("host") ?? ""].find(isHost);
}

/** Whether a text is a name or an address, with a port or without. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}

const HOST = /^(?:[\w.-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

function firstOf(list = ""): string {
  return (
    list
      .split(",")
      .find((part) => part.trim() !== "")
      ?.trim() ?? ""
  );
}
