/** Reads a header of a request by its name in lower case. */
export type ReadHeader = (name: string) => string | undefined;

/** The headers of a request of the web. */
export function headersOf({ headers }: Request): ReadHeader {
  return (name) => headers.get(name) ?? undefined;
}

/**
 * Whether a header was sent no more than once. Of one that was sent twice, Node gives the first and the app knows both.
 *
 * @param name in lower case
 * @param rawHeaders names and values by turns, as Node has them
 */
export function isOnce(name: string, rawHeaders: string[]): boolean {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index]!;
    if (sent.length === name.length && sent.toLowerCase() === name) times++;
  }
  return times <= 1;
}
