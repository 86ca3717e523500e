import { ImportError } from "./import-error";

const LARGEST = 4 * 2 ** 20;

/** The value in a file of JSON. @throws ImportError where it is damaged, or larger than names of columns are */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.length > LARGEST) throw new ImportError("the file of JSON is larger than 4 MB, which no model needs");
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ImportError("the file of JSON is damaged; save it again");
  }
}
