/**
 * A text that somebody has written, as it is kept and shown: without characters that PostgreSQL does not take (NUL, half
 * surrogates), that move a cursor, or that turn the direction of what follows. Line ends and tabs stay.
 */
export function keptText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");
}

/** The same in one line, for a name. */
export const keptLine = (text: string): string => keptText(text).replace(/\s+/g, " ").trim();
