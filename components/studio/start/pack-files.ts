/** The files of a model as one body: one as it is, several as an archive that a worker makes. */
export function packFiles(files: File[]): Promise<Blob | null> {
  const [only] = files;
  if (files.length === 1) return Promise.resolve(only!);
  const worker = new Worker(new URL("./pack-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Blob | null>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Blob | null>) => resolve(data);
    worker.onerror = () => resolve(null);
    worker.postMessage(files);
  }).finally(() => worker.terminate());
}
