/** A finding that stays, with its reason. */
export interface Exception {
  /** The path of the file, or of the folder with "/" behind it. */
  path: string;
  kind: "phrase" | "name" | "long" | "outside";
  /** What the text contains; every text of the path without it. */
  text?: string;
  why: string;
}

export const EXCEPTIONS: Exception[] = [];
