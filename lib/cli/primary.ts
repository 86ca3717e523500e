import cluster, { type Worker } from "node:cluster";
import { env } from "../env";
import { countHere } from "../service/limits";
import { logWarning } from "../service/log";
import { announcement, tellWorker, type FromWorker } from "../service/worker";
import { WorkerMetrics } from "../service/worker-metrics";
import { exitCodes } from "./exit-codes";

/** A worker that lives as long has not failed at its start; the next one need not wait. */
const SOUND_MILLISECONDS = 10_000;
const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 30_000;
/** After this many failures in a row, with no worker left that answers, the primary gives up. */
const MOST_FAILURES = 5;

/**
 * The process that starts the others, where `WEB_CONCURRENCY` says that several answer. It hands out connections,
 * counts for all of them (see `limits.ts`), gathers their metrics, and starts another worker for one that dies. It reads
 * no model and answers no request.
 *
 * The first worker starts alone: what is wrong with the settings, the models or the port is found and said once.
 *
 * @param file what a worker runs, with the arguments of this process
 * @param serve serves in this process, where one process is all that is wanted
 * @throws SettingsError naming each variable at fault
 */
export async function runPrimary(file: string, serve: () => Promise<unknown>): Promise<void> {
  const { WEB_CONCURRENCY } = env();
  if (WEB_CONCURRENCY === 1) await serve();
  else new Primary(file, WEB_CONCURRENCY).start();
}

class Primary {
  #wanted;
  #ready = new Set<number>();
  #announced = false;
  #said = new Set<string>();
  /** Workers that ended soon after their start, since the last that did not. */
  #failures = 0;
  #stopping?: NodeJS.Signals;
  #exitCode: number = exitCodes.done;
  #metrics = new WorkerMetrics();

  constructor(file: string, wanted: number) {
    this.#wanted = wanted;
    cluster.setupPrimary({ exec: file, args: process.argv.slice(2) });
  }

  start(): void {
    const stop = (signal: NodeJS.Signals) => this.#stop(signal);
    process.on("SIGTERM", stop).on("SIGINT", stop);
    this.#fork();
  }

  #fork(): void {
    if (this.#stopping || workers().length >= this.#wanted) return;
    const started = performance.now();
    const worker = cluster.fork();
    worker.on("message", (message: FromWorker) => void this.#hear(worker, message));
    // A worker that is about to leave may take no message any more.
    worker.on("error", () => undefined);
    worker.on("exit", (code: number | null, signal: string | null) => {
      this.#metrics.leave(worker);
      this.#ready.delete(worker.id);
      const how = { code: code ?? exitCodes.service, by: signal ?? `exit code ${code}`, sound: isSound(started) };
      if (this.#stopping) this.#leave(how.code);
      else this.#replace(worker, how);
    });
    // The others start as soon as the first has shown that one can.
    worker.once("listening", () => {
      for (let count = workers().length; count < this.#wanted; count++) this.#fork();
    });
  }

  async #hear(worker: Worker, { ready, lines, question, report }: FromWorker): Promise<void> {
    if (report) this.#metrics.hear(worker, report);
    for (const line of lines ?? []) {
      if (!this.#said.has(line)) console.warn(line);
      this.#said.add(line);
    }
    if (ready !== undefined) {
      this.#ready.add(worker.id);
      if (this.#ready.size === this.#wanted && !this.#announced) console.log(announcement(ready));
      this.#announced ||= this.#ready.size === this.#wanted;
    }
    if (question) {
      const answer =
        "counts" in question ? await Promise.all(question.counts.map(countHere)) : await this.#metrics.ask();
      tellWorker(worker, { answer: { id: question.id, answer } });
    }
  }

  /** Start another worker in the place of one that ended, at once or after a while; or give up where none can start. */
  #replace(worker: Worker, { code, by, sound }: { code: number; by: string; sound: boolean }): void {
    this.#failures = sound ? 0 : this.#failures + 1;
    const noneLeft = workers().length === 0;
    if (noneLeft && (!this.#announced || this.#failures >= MOST_FAILURES)) process.exit(code);
    const pause = sound
      ? 0
      : Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** (this.#failures - 1), LONGEST_PAUSE_MILLISECONDS);
    logWarning(`process ${worker.process.pid} ended by ${by}; another starts in ${pause / 1_000} s`);
    setTimeout(() => this.#fork(), pause);
  }

  /** Whoever presses Ctrl-C twice does not wait; a second SIGTERM comes where a whole group of processes is told. */
  #stop(signal: NodeJS.Signals): void {
    if (this.#stopping) {
      if (signal !== "SIGINT") return;
      console.error("stopped before every request was answered");
      for (const worker of workers()) worker.process.kill("SIGKILL");
      process.exit(exitCodes.service);
    }
    this.#stopping = signal;
    if (workers().length === 0) process.exit(exitCodes.done);
    for (const worker of workers()) tellWorker(worker, { stop: signal });
  }

  #leave(code: number): void {
    this.#exitCode ||= code;
    if (workers().length === 0) process.exit(this.#exitCode);
  }
}

const isSound = (started: number) => performance.now() - started >= SOUND_MILLISECONDS;

/** The workers that live. */
function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined && !worker.isDead()) as Worker[];
}
