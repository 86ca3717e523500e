import { realpath, rename, rm, writeFile } from "node:fs/promises";

/**
 * Write a file beside the one it replaces, then put it in its place: whoever reads it meanwhile reads the old one or the
 * new one, never a part. A symbolic link goes on leading to the file that is replaced.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const part = `${target}.${process.pid}.part`;
  try {
    await writeFile(part, text, { flush: true });
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
