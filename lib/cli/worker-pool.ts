import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** Blocks under way for each worker: one that it works on, and one that it goes on with. */
const BLOCKS_PER_WORKER = 2;

/** Worker threads that answer messages, as many as there are processors. */
export class WorkerPool<Answer> {
  private readonly workers: { worker: Worker; waiting: Waiting<Answer>[] }[];

  /**
   * @param script the module that the threads run: for each message it posts one answer, in their order
   * @param workerData what each of them gets to start with
   */
  constructor(script: URL, workerData: unknown, size = availableParallelism()) {
    this.workers = Array.from({ length: size }, () => {
      const worker = new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
      const waiting: Waiting<Answer>[] = [];
      worker.on("message", (answer: Answer) => waiting.shift()!.resolve(answer));
      worker.on("error", (error) => waiting.splice(0).forEach(({ reject }) => reject(error)));
      return { worker, waiting };
    });
  }

  /** The answers to messages, in their order; no more messages are taken than the workers can go on with. */
  async *map(messages: AsyncIterable<Uint8Array>): AsyncGenerator<Answer> {
    const under: Promise<Answer>[] = [];
    for await (const message of messages) {
      const answer = this.ask(message);
      // Whoever awaits it is told; until then it must not end the process.
      answer.catch(() => undefined);
      under.push(answer);
      if (under.length >= BLOCKS_PER_WORKER * this.workers.length) yield await under.shift()!;
    }
    for (const answer of under) yield await answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()));
  }

  private ask(message: Uint8Array): Promise<Answer> {
    const idlest = this.workers.reduce((best, each) => (each.waiting.length < best.waiting.length ? each : best));
    return new Promise((resolve, reject) => {
      idlest.waiting.push({ resolve, reject });
      idlest.worker.postMessage(message, [message.buffer as ArrayBuffer]);
    });
  }
}
