/**
 * What a request asks for, in one form: limits, keys, policies and the log go by it, and so do both doors.
 *
 * A target is a path, or an absolute address as clients of proxies send it, whose host then counts. Its path is made
 * plain: letters, digits and -._~ that are written as % and two digits are written as themselves, `.` and `..` are
 * followed, and several slashes are one. What follows a # is not for servers. The query is kept as it is.
 *
 * Source: RFC 9112, section 3.2, and RFC 3986, section 6.2.2
 *
 * @returns the path and query, with the host where the target names one; or what is wrong with it
 */
export function readTarget(target: string): { url: string; host?: string } | { fault: string } {
  if (PLAIN.test(target)) return { url: target };
  const [, authority, rest = ""] = ABSOLUTE.exec(target) ?? [, undefined, target];
  const [, path = "", query = ""] = /^([^?#]*)(\?[^#]*)?/.exec(rest)!;
  if (authority === undefined && !path.startsWith("/")) return { fault: "the address must begin with / or http://" };
  if (path.includes("\\")) return { fault: "the address must have / and not \\ between its parts" };
  if (!isDecodable(path))
    return { fault: "the address must be in UTF-8, each of its bytes as % and two digits in hex" };
  const url = followDots(path.replace(ESCAPED, decodePlain)) + query;
  return authority === undefined ? { url } : { url, host: authority };
}

/** What is in its plain form already: no segment is empty or begins with a dot, and nothing is written with %. */
const PLAIN = /^(?=\/)(?:\/[\w~!$&'()*+,;=:@-][\w.~!$&'()*+,;=:@-]*)*\/?(?:\?[^#]*)?$/;
const ABSOLUTE = /^https?:\/\/([^/?#]+)(.*)$/is;
const ESCAPED = /%[\da-f]{2}/gi;

function isDecodable(path: string): boolean {
  try {
    // Characters that control a device are in no name.
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

function decodePlain(escaped: string): string {
  const character = String.fromCharCode(parseInt(escaped.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : escaped;
}

function followDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split("/");
  for (const segment of segments) {
    if (segment === "..") kept.pop();
    else if (segment !== "." && segment !== "") kept.push(segment);
  }
  const isFolder = ["", ".", ".."].includes(segments.at(-1)!) && kept.length > 0;
  return `/${kept.join("/")}${isFolder ? "/" : ""}`;
}
