import { Worker } from "node:worker_threads";
import { processState } from "@/lib/process-state";
import { logWarning } from "@/lib/service/log";
import type { Picture } from "./picture";
import type { FromThread } from "./thread";

/** Images that wait while one is drawn; each more is refused. */
const MOST_WAITING = 6;
/** Bytes of images that are kept, the ones that were wanted last. */
const MOST_BYTES = 8 * 2 ** 20;
/** An image takes 0.1 s. A thread that takes so long hangs. */
const DRAWN_MILLISECONDS = 15_000;
/** A thread that has nothing to do for so long gives its memory back. */
const IDLE_MILLISECONDS = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

type Png = Uint8Array<ArrayBuffer>;
type Draw = (picture: Picture) => Promise<Png>;

const kept = processState("images", () => ({
  /** The file of the thread; without it, as under Next alone, images are drawn where they are answered. */
  thread: undefined as URL | undefined,
  worker: undefined as Worker | undefined,
  idle: undefined as ReturnType<typeof setTimeout> | undefined,
  /** By what they show, the one that was wanted longest ago first. */
  images: new Map<string, Png>(),
  bytes: 0,
  /** Those that are drawn or wait for it, so that one that is wanted twice is drawn once. */
  open: new Map<string, Promise<Png>>(),
  last: Promise.resolve() as Promise<unknown>,
}));

/**
 * Draw in a thread of its own from now on: whoever waits for an estimate meanwhile gets it at once.
 *
 * @param thread the bundle of `thread.ts`
 */
export function drawInThread(thread: URL): void {
  kept.thread = thread;
}

/**
 * The image of a picture, as it is kept or as it is drawn now, one after the other.
 *
 * @param key the same for the same picture
 * @param draw what draws where there is no thread
 * @returns undefined where too many wait already
 */
export async function imageOf(key: string, picture: Picture, draw: Draw): Promise<Png | undefined> {
  const known = kept.images.get(key);
  if (known) {
    kept.images.delete(key);
    kept.images.set(key, known);
    return known;
  }
  const open = kept.open.get(key);
  if (open) return open;
  if (kept.open.size > MOST_WAITING) return undefined;
  const drawing = kept.last.then(() => (kept.thread ? drawApart(kept.thread, picture) : draw(picture)));
  kept.open.set(key, drawing);
  kept.last = drawing.catch(() => undefined);
  try {
    const png = await drawing;
    keep(key, png);
    return png;
  } finally {
    kept.open.delete(key);
  }
}

function keep(key: string, png: Png): void {
  kept.images.set(key, png);
  kept.bytes += png.length;
  for (const [oldest, { length }] of kept.images) {
    if (kept.bytes <= MOST_BYTES) break;
    kept.images.delete(oldest);
    kept.bytes -= length;
  }
}

/** Have the thread draw; it is started when it is needed, and anew after a fault. */
function drawApart(file: URL, picture: Picture): Promise<Png> {
  clearTimeout(kept.idle);
  const worker = (kept.worker ??= start(file));
  return new Promise<Png>((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.off("message", hear).off("error", fail).off("exit", end);
      settle();
    };
    const hear = (message: FromThread) =>
      finish(() => ("png" in message ? resolve(message.png) : reject(new Error(message.fault))));
    const fail = (error: Error) => {
      if (kept.worker === worker) kept.worker = undefined;
      void worker.terminate();
      finish(() => reject(error));
    };
    const end = () => fail(new Error("the thread that draws images has ended"));
    const timer = setTimeout(() => fail(new Error("an image was not drawn in time")), DRAWN_MILLISECONDS);
    worker.on("message", hear).on("error", fail).on("exit", end);
    worker.ref();
    worker.postMessage(picture);
  }).finally(() => {
    worker.unref();
    if (kept.worker !== worker) return;
    kept.idle = setTimeout(() => {
      kept.worker = undefined;
      void worker.terminate();
    }, IDLE_MILLISECONDS);
    kept.idle.unref();
  });
}

function start(file: URL): Worker {
  const worker = new Worker(file, { resourceLimits: MEMORY });
  // Between two images nobody else hears of its end.
  worker.on("error", (error) => logWarning(`the thread that draws images has ended: ${error.message}`));
  worker.on("exit", () => {
    if (kept.worker === worker) kept.worker = undefined;
  });
  return worker;
}
