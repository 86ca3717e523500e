import { ImportError } from "./import-error";
import { decodeText } from "./text";

/** Bytes of a file of JSON that is read. */
export const LARGEST_JSON = 4 * 2 ** 20;

/** The value in a file of JSON. @throws ImportError where it is damaged, or larger than names of columns are */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.length > LARGEST_JSON) throw new ImportError("the file of JSON is larger than 4 MB, which no model needs");
  const text = decodeText(bytes);
  try {
    return JSON.parse(text);
  } catch {
    const isNaN = /[:[,]\s*-?(NaN|Infinity)/.test(text);
    throw new ImportError(
      isNaN
        ? "the file of JSON contains NaN or Infinity, which are no numbers in JSON; a fit with them has failed"
        : "the file of JSON is damaged; save it again",
    );
  }
}
