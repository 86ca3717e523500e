/** A finding that stays, with its reason. */
export interface Exception {
  /** The path of the file, or of the folder with "/" behind it. */
  path: string;
  kind: "phrase" | "name" | "long" | "outside";
  /** What the text contains; every text of the path without it. */
  text?: string;
  why: string;
}

export const EXCEPTIONS: Exception[] = [
  { path: "components/share/images.ts", kind: "outside", why: "it is written to the log" },
  { path: "components/share/thread.ts", kind: "outside", why: "it is written to the log" },
  { path: "components/share/picture-element.tsx", kind: "outside", text: "Glasshouse", why: "the name of the site" },
];
