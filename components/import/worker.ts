import { ImportError } from "@/lib/import/import-error";
import { readFiles, type ImportedModel } from "@/lib/import/read-files";

/** What the page tells the worker: which files to read. */
export interface Wanted {
  id: number;
  files: File[];
}

/** What the worker says: that it is there, what is in files, or why they are refused. */
export type FromWorker = "ready" | ({ id: number } & Outcome);
export type Outcome = { model: ImportedModel } | { fault: string };

/** No linear model is larger. */
const LARGEST_BYTES = 256 * 2 ** 20;

self.addEventListener("message", ({ data: { id, files } }: MessageEvent<Wanted>) => {
  void read(files).then((outcome) => self.postMessage({ id, ...outcome } satisfies FromWorker));
});

async function read(files: File[]): Promise<Outcome> {
  const large = files.find(({ size }) => size > LARGEST_BYTES);
  if (large) return { fault: `${large.name} is larger than 256 MB, which no linear model is` };
  try {
    const opened = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
    return { model: readFiles(await Promise.all(opened)) };
  } catch (error) {
    if (error instanceof ImportError) return { fault: error.message };
    // A file that was moved, or that takes more memory than the browser has.
    return { fault: "the file cannot be read; choose it again, or try a smaller one" };
  }
}

self.postMessage("ready" satisfies FromWorker);
