import { ImportError } from "./import-error";

const LONGEST_TEXT = 32 * 2 ** 20;

/** The text of a file, without a byte order mark. @throws ImportError for one that is no text in UTF-8, or too long */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LONGEST_TEXT)
    throw new ImportError("the file of text is larger than 32 MB, which no linear model is");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError("the file is no text in UTF-8; save it again");
  }
}

/** The one list of texts in a file of JSON: names of columns, by themselves or within an object. */
export function namesIn(value: unknown, depth = 2): string[] | null {
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((each) => typeof each === "string") ? value : null;
  }
  if (typeof value !== "object" || value === null || depth === 0) return null;
  const lists = Object.values(value).flatMap((each) => {
    const names = namesIn(each, depth - 1);
    return names ? [names] : [];
  });
  return lists.length === 1 ? lists[0]! : null;
}

/** A text of a file in a message. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
