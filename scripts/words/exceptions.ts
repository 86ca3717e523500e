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
  {
    path: "components/docs/schema-words.ts",
    kind: "outside",
    why: "the API reference describes its schemas in English, marked as English on German pages",
  },
  {
    path: "components/batch/slices.ts",
    kind: "outside",
    text: "a file without rows",
    why: "a fault of ours, which only the log shows",
  },
  {
    path: "components/calls/read-exports.ts",
    kind: "outside",
    text: "with a key",
    why: "a name in code, which no reader sees",
  },
  { path: "components/share/images.ts", kind: "outside", why: "it is written to the log" },
  { path: "components/share/thread.ts", kind: "outside", why: "it is written to the log" },
  {
    path: "components/studio/edit/kept.ts",
    kind: "outside",
    text: "glasshouse studio",
    why: "a key in the browser's storage, which no reader sees",
  },
];
