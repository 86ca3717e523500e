/** What a crawl of everything that pages lead to has found. */
export interface Found {
  /** Paths that answered 200. */
  paths: Set<string>;
  /** Addresses that answered otherwise, with the status. */
  broken: string[];
  /** Addresses of this origin outside the path, with the page they stand on. */
  strays: string[];
}

/** Queries of one path that the crawl follows: links into forms and results have no end. */
const MOST_QUERIES = 3;
const MOST_REQUESTS = 600;

const inText = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map(([, address]) => address!.replaceAll("&amp;", "&"));

/** Addresses that a page or a style leads to, those of forms, which are nothing without their fields, apart. */
function addressesIn(type: string, text: string, link: string) {
  const loaded = inText(/<([^<>]+)>; *rel=/g, link);
  if (type.startsWith("text/css")) return { asked: [...loaded, ...inText(/url\(["']?([^"')]+)/g, text)], sent: [] };
  if (!type.startsWith("text/html")) return { asked: loaded, sent: [] };
  const forms = /<form[^>]* action="([^"]*)"[^>]*>/g;
  const asked = inText(/ (?:href|src)="([^"]*)"/g, text);
  return { asked: [...loaded, ...asked], sent: inText(forms, text) };
}

/** Ask for everything under a path that can be reached from some addresses. */
export async function crawl(origin: string, path: string, starts: string[], cookie: string): Promise<Found> {
  const found: Found = { paths: new Set(), broken: [], strays: [] };
  const queue = starts.map((start) => origin + path + start);
  const seen = new Set(queue);
  const queries = new Map<string, number>();
  const isUnder = (url: URL) => url.pathname === path || url.pathname.startsWith(`${path}/`);
  // It grows while it is gone through.
  for (const address of queue) {
    if (seen.size > MOST_REQUESTS) throw new Error(`there are more than ${MOST_REQUESTS} addresses`);
    const response = await fetch(address, { headers: { cookie } });
    const text = await response.text();
    const { pathname } = new URL(response.url);
    if (response.status === 200) found.paths.add(pathname.slice(path.length) || "/");
    else found.broken.push(`${response.status} ${address}`);
    // Code to copy holds whole addresses.
    for (const whole of text.match(new RegExp(`${origin}[^"'<\\s]*`, "g")) ?? []) {
      if (!isUnder(new URL(whole))) found.strays.push(`${whole} on ${address}`);
    }
    const { headers } = response;
    const { asked, sent } = addressesIn(headers.get("content-type") ?? "", text, headers.get("link") ?? "");
    for (const written of [...asked, ...sent]) {
      const url = new URL(written, response.url);
      url.hash = "";
      if (url.origin !== origin) continue;
      if (!isUnder(url)) found.strays.push(`${written} on ${address}`);
      else if (asked.includes(written) && !seen.has(url.href)) {
        const times = (queries.get(url.pathname) ?? 0) + 1;
        queries.set(url.pathname, times);
        seen.add(url.href);
        if (times <= MOST_QUERIES) queue.push(url.href);
      }
    }
  }
  return found;
}
