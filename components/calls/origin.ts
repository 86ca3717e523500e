import { basePath } from "@/lib/base-path";

/**
 * Where this page was asked for, "https://example.com", from the headers of the request: the first of each, as the
 * proxy nearest to the person writes it. A host that is no host is not repeated. Where everything is under a path, that
 * follows, so that our addresses can be appended.
 */
export function originOf(headers: Pick<Headers, "get">): string {
  const first = (name: string) => headers.get(name)?.split(",")[0]!.trim();
  const host = first("x-forwarded-host") ?? first("host") ?? "";
  const protocol = first("x-forwarded-proto") === "https" ? "https" : "http";
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? `${protocol}://${host}${basePath}` : basePath;
}
