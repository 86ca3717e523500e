import { CallError, DataError, ServiceError } from "./exit-codes";

/** A running server, and the key for it. */
export interface Server {
  url: string;
  key: string | undefined;
}

/** Refusals that are about what was sent, not about the server. */
export const REFUSALS = [409, 413, 422];

const MOST_TRIES = 6;
const LONGEST_WAIT = 60;
const TIMEOUT = 30_000;

/** An address of the server, which itself may be under a path. */
export function addressOf({ url }: Server, path: string): string {
  return new URL(`.${path}`, url.replace(/\/?$/, "/")).href;
}

/** The server that options name. */
export function serverOf({ url, key }: { url: string; key?: string }): Server {
  if (!URL.canParse(url)) throw new CallError("--url must be an address such as http://localhost:3000");
  return { url, key };
}

/** Read something from a server; see `post`. */
export async function get(server: Server, path: string, refusals: number[] = []): Promise<unknown> {
  return post(server, path, undefined, { refusals });
}

/**
 * Send something to a server, and wait as long as it asks, as often as is sensible. Without a body, it is read.
 *
 * @param refusals statuses that say that the data is at fault
 * @throws DataError for those, ServiceError for every other refusal, in the server's words
 */
export async function post(
  server: Server,
  path: string,
  body: string | undefined,
  { headers = {}, refusals = [] as number[] } = {},
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(addressOf(server, path), {
      method: body === undefined ? "GET" : "POST",
      headers: { ...headers, ...(server.key && { authorization: `Bearer ${server.key}` }) },
      body,
      signal: AbortSignal.timeout(TIMEOUT),
    }).catch((error: Error) => {
      throw new ServiceError(`there is no answer from ${server.url}: ${error.message}`);
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    const { detail, title } = (answer ?? {}) as { detail?: string; title?: string };
    if (refusals.includes(response.status)) throw new DataError(detail ?? title ?? `${path} was refused`);
    const waits = response.status === 429 || response.status === 503;
    const seconds = Number(response.headers.get("retry-after") ?? NaN);
    if (!waits || !(seconds <= LONGEST_WAIT) || attempt === MOST_TRIES) {
      throw new ServiceError(`${path} answered ${response.status}: ${detail ?? title ?? "no reason given"}`);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(1, seconds) * 1000));
  }
}
