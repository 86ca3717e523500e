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

interface Sending {
  headers?: Record<string, string>;
  /** Statuses that say that the data is at fault. */
  refusals?: number[];
}

/**
 * Send something to a server, and wait as long as it asks, as often as is sensible.
 *
 * @throws DataError for refusals that say that the data is at fault, ServiceError for every other, in the server's words
 */
export function post(server: Server, path: string, body: string, sending?: Sending): Promise<unknown> {
  return call(server, path, { method: "POST", body }, sending);
}

/** Ask a server for something, in the same way. */
export function get(server: Server, path: string, sending?: Sending): Promise<unknown> {
  return call(server, path, { method: "GET" }, sending);
}

async function call(
  server: Server,
  path: string,
  init: { method: string; body?: string },
  { headers = {}, refusals = [] }: Sending = {},
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(addressOf(server, path), {
      ...init,
      headers: { ...headers, ...(server.key && { authorization: `Bearer ${server.key}` }) },
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
