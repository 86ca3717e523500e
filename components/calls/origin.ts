import { basePath } from "@/lib/base-path";
import { forwardedHost, forwardedProtocol } from "@/lib/service/forwarded";

/**
 * Where this page was asked for, "https://example.com", from the headers of the request. Where everything is under a path,
 * that follows, so that our addresses can be appended; it is all there is where the host is not known.
 */
export function originOf(headers: Pick<Headers, "get">): string {
  const header = (name: string) => headers.get(name) ?? undefined;
  const host = forwardedHost(header);
  return host ? `${forwardedProtocol(header)}://${host}${basePath}` : basePath;
}
