/** Reads a header of a request by its name in lower case. */
export type ReadHeader = (name: string) => string | undefined;

/** The headers of a request of the web. */
export function headersOf({ headers }: Request): ReadHeader {
  return (name) => headers.get(name) ?? undefined;
}
