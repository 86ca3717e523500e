import { zipSync } from "fflate";

/** Several files of one model as one archive; null where they cannot be read. */
self.addEventListener("message", ({ data }: MessageEvent<File[]>) => {
  void pack(data).then((packed) => self.postMessage(packed));
});

async function pack(files: File[]): Promise<Blob | null> {
  try {
    const read = files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const);
    const entries = Object.fromEntries(await Promise.all(read));
    return new Blob([zipSync(entries) as Uint8Array<ArrayBuffer>], { type: "application/zip" });
  } catch {
    return null;
  }
}
