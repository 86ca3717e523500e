import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout } from "node:timers/promises";
import { bundleDraftThread } from "../../scripts/bundle.mjs";

/** The thread of drafts as the build bundles it. */
export async function makeDraftThread(): Promise<{ thread: URL; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "glasshouse-thread-"));
  await bundleDraftThread(folder);
  const thread = pathToFileURL(join(folder, "draft-thread.mjs"));
  return { thread, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Look until something is so, for no more than a minute. */
export async function until<Found>(look: () => Promise<Found>, isSo: (found: Found) => boolean): Promise<Found> {
  for (let count = 0; count < 600; count++) {
    const found = await look();
    if (isSo(found)) return found;
    await setTimeout(100);
  }
  throw new Error(`it never became so: ${JSON.stringify(await look())}`);
}
