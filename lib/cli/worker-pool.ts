import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker, type TransferListItem } from "node:worker_threads";

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** Messages under way for each worker: one that it works on, and one that it goes on with. */
const MESSAGES_PER_WORKER = 2;
/** Answers that this thread has ready beyond those, and goes on instead of waiting for an earlier one of a worker. */
const ANSWERS_AHEAD = 4;
/** Most of what a block leaves behind is gone at once, so a small nursery does, and keeps the thread small. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/**
 * Answers messages in worker threads and, when all of them are busy, in this one, so that as many threads are at work
 * as there are processors.
 */
export class WorkerPool<Message, Answer> {
  private readonly workers: { worker: Worker; waiting: Waiting<Answer>[] }[];
  /** What ended a worker before its time. */
  private failure: Error | undefined;

  /** @param script the module that the threads run; for each message but the first it posts one answer, in their order */
  constructor(script: URL, size = availableParallelism() - 1) {
    this.workers = Array.from({ length: size }, () => {
      const worker = new Worker(script, { resourceLimits });
      const waiting: Waiting<Answer>[] = [];
      worker.on("message", (answer: Answer) => waiting.shift()!.resolve(answer));
      const fail = (error: Error) => {
        this.failure ??= error;
        waiting.splice(0).forEach(({ reject }) => reject(error));
      };
      worker.on("error", fail).on("exit", () => fail(new Error("a thread ended before its work did")));
      return { worker, waiting };
    });
  }

  /** Send every thread what it needs before it can answer. */
  prepare(task: unknown): void {
    for (const { worker } of this.workers) worker.postMessage(task);
  }

  /**
   * The answers to messages, in the messages' order. No more messages are taken than the threads can go on with.
   *
   * @param answerHere what the threads do, for the messages that this one answers
   * @param transfer what of a message is handed over rather than copied
   */
  async *map(
    messages: AsyncIterable<Message>,
    answerHere: (message: Message) => Answer,
    transfer: (message: Message) => TransferListItem[],
  ): AsyncGenerator<Answer> {
    const answers: (Promise<Answer> | Answer)[] = [];
    for await (const message of messages) {
      if (this.failure) throw this.failure;
      const idle = this.workers.find(({ waiting }) => waiting.length < MESSAGES_PER_WORKER);
      if (idle) answers.push(ask(idle, message, transfer(message)));
      else {
        answers.push(answerHere(message));
        // Let answers in that have come meanwhile, or the workers would seem busy for ever.
        await setImmediate();
      }
      if (answers.length > MESSAGES_PER_WORKER * this.workers.length + ANSWERS_AHEAD) yield await answers.shift()!;
    }
    for (const answer of answers) yield await answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()));
  }
}

function ask<Message, Answer>(
  { worker, waiting }: { worker: Worker; waiting: Waiting<Answer>[] },
  message: Message,
  transfer: TransferListItem[],
): Promise<Answer> {
  const answer = new Promise<Answer>((resolve, reject) => waiting.push({ resolve, reject }));
  // Whoever awaits it is told of a failure; until then it must not end the process.
  answer.catch(() => undefined);
  worker.postMessage(message, transfer);
  return answer;
}
