import { parentPort, workerData } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { faultOf } from "./fault";
import type { FromServer, FromThread } from "./messages";
import type { Task } from "./types";
import { workOn } from "./work";

/** The thread that reads and trains one draft. It is a bundle of its own beside that of the server. */
const port = parentPort!;
const say = (message: FromThread) => port.postMessage(message);

/** The next answer of the server: one comes for each question. */
function ask(question: FromThread): Promise<FromServer> {
  const answer = new Promise<FromServer>((resolve) => port.once("message", resolve));
  say(question);
  return answer;
}

async function* open(): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const { part: bytes } = await ask({ part });
    if (!bytes) return;
    yield gunzipSync(bytes);
  }
}

async function main(): Promise<void> {
  try {
    const trained = await workOn(workerData as Task, {
      open,
      tell: (progress) => say({ progress }),
      async keep(found, copy) {
        await ask({ read: { ...found, hasCopy: copy !== null } });
        if (!copy) return;
        for await (const copied of gathered(copy())) await ask({ copied });
        await ask({ copied: null });
      },
    });
    say({ trained });
  } catch (error) {
    const failed = faultOf(error, (workerData as Task).options.language);
    say(failed ? { failed } : { broken: (error as Error).stack ?? String(error) });
  }
}

/** Bytes that come by the line, in larger pieces. */
async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    kept.push(chunk);
    if ((size += chunk.length) < 2 ** 18) continue;
    yield Buffer.concat(kept);
    [kept, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(kept);
}

await main();
