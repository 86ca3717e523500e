/** A file that cannot be imported; the message says what it is, or what is wrong with it, and what to do. */
export class ImportError extends Error {
  override name = "ImportError";
}
