import { ImportError } from "@/lib/import/import-error";
import { readFiles, type ImportedModel } from "@/lib/import/read-files";

/** What the page tells the worker: which files to read. */
export interface Wanted {
  id: number;
  files: File[];
}

/** What the worker sends: that it is ready, the model in files, or why there is none. */
export type FromWorker = "ready" | ({ id: number } & Outcome);
export type Outcome =
  | { model: ImportedModel }
  /** Why the files are refused, in English, as the command line writes it. */
  | { refusal: string }
  | { trouble: Trouble };

/** Why nothing could be read. */
export type Trouble = { kind: "tooLarge"; file: string } | { kind: "unreadable" | "noScript" };

/** No linear model is larger. */
const LARGEST_BYTES = 256 * 2 ** 20;

self.addEventListener("message", ({ data: { id, files } }: MessageEvent<Wanted>) => {
  void read(files).then((outcome) => self.postMessage({ id, ...outcome } satisfies FromWorker));
});

async function read(files: File[]): Promise<Outcome> {
  const large = files.find(({ size }) => size > LARGEST_BYTES);
  if (large) return { trouble: { kind: "tooLarge", file: large.name } };
  try {
    const opened = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
    return { model: readFiles(await Promise.all(opened)) };
  } catch (error) {
    if (error instanceof ImportError) return { refusal: error.message };
    // A file that was moved, or that takes more memory than the browser has.
    return { trouble: { kind: "unreadable" } };
  }
}

self.postMessage("ready" satisfies FromWorker);
