import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { drawPng } from "./draw";
import type { Picture } from "./picture";

/** What server.ts draws with beside the thread that answers: its bundle is in a folder of the build. */

/** What the fonts lack is left out before; were it not, nothing would leave this machine all the same. */
const fetchAny = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  // The renderer carries its own code in such an address.
  if (String(input).startsWith("data:")) return fetchAny(input, init);
  throw new Error("an image needs nothing from the network");
};

const root = fileURLToPath(new URL("..", import.meta.url));

/** A picture to draw, and what became of it. */
export type ToThread = Picture;
export type FromThread = { png: Uint8Array<ArrayBuffer> } | { fault: string };

parentPort!.on("message", async (picture: ToThread) => {
  const answer = (message: FromThread) => parentPort!.postMessage(message);
  try {
    const png = await drawPng(picture, root);
    answer({ png });
  } catch (error) {
    answer({ fault: (error as Error).stack ?? String(error) });
  }
});
