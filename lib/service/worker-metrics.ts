import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from "prom-client";
import { tellWorker, type FromWorker } from "./worker";

export type Metrics = MetricObjectWithValues<MetricValue<string>>[];

/** A worker that is busy for longer counts as it did the last time. */
const PATIENCE_MILLISECONDS = 1_000;

/**
 * The metrics of all workers, as the primary gathers them. What a worker has counted goes on counting after its end, as
 * a counter that falls would look like one that began anew, and everything counted before would count twice.
 */
export class WorkerMetrics {
  /** What each living worker gave last. */
  #last = new Map<number, Metrics>();
  /** The counters and histograms of workers that have ended. */
  #left: Metrics = [];
  #keeping = Promise.resolve();
  #asked = 0;
  #waiting = new Map<number, { of: Set<number>; done: () => void }>();

  /** Ask every worker, and wait until each has answered or for a second. */
  async ask(): Promise<Metrics[]> {
    const id = this.#asked++;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected()) as Worker[];
    const of = new Set(workers.map((worker) => worker.id));
    await new Promise<void>((done) => {
      const late = setTimeout(done, PATIENCE_MILLISECONDS);
      const stop = () => {
        clearTimeout(late);
        done();
      };
      this.#waiting.set(id, { of, done: stop });
      for (const worker of workers) tellWorker(worker, { report: { id } });
      if (of.size === 0) stop();
    });
    this.#waiting.delete(id);
    await this.#keeping;
    return [this.#left, ...this.#last.values()];
  }

  hear(worker: Worker, { id, metrics }: NonNullable<FromWorker["report"]>): void {
    this.#last.set(worker.id, metrics as Metrics);
    this.#gone(worker.id, id);
  }

  /** A worker has ended: nobody waits for it, and what it counted stays. */
  leave({ id: worker }: Worker): void {
    const last = this.#last.get(worker) ?? [];
    this.#last.delete(worker);
    for (const id of this.#waiting.keys()) this.#gone(worker, id);
    this.#keeping = this.#keeping.then(() => this.#keep(last));
  }

  #gone(worker: number, id: number): void {
    const waiting = this.#waiting.get(id);
    waiting?.of.delete(worker);
    if (waiting?.of.size === 0) waiting.done();
  }

  async #keep(last: Metrics): Promise<void> {
    const counted = last.filter(({ type }) => ["counter", "histogram"].includes(String(type)));
    const merged = await AggregatorRegistry.aggregate([this.#left, counted]).getMetricsAsJSON();
    this.#left = merged as Metrics;
  }
}
