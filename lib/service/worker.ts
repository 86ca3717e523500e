import cluster, { type Worker } from "node:cluster";
import { setTimeout } from "node:timers/promises";
import { processState } from "../process-state";
import type { Count, Taken } from "./window-counts";

/**
 * What a worker and its primary tell each other, where `WEB_CONCURRENCY` starts several processes. Each message has one
 * part. A question has an id, and so has its answer.
 */
export interface FromWorker {
  /** The server answers, at this address. */
  ready?: string;
  /** Lines that an operator should see at the start. */
  lines?: string[];
  question?: { id: number } & ({ counts: Count[] } | { metrics: true });
  /** The metrics of this worker, which the primary asked for. */
  report?: { id: number; metrics: object[] };
}
export interface FromPrimary {
  /** Finish what is being answered, and leave. */
  stop?: NodeJS.Signals;
  answer?: { id: number; answer: unknown };
  /** Send the metrics. */
  report?: { id: number };
}

/** The primary does nothing that takes long; where it does not answer, a worker goes on alone. */
const PATIENCE_MILLISECONDS = 2_000;

interface Kept {
  asked: number;
  waiting: Map<number, (answer: unknown) => void>;
  /** What is to be counted, gathered for one message. */
  counts: { of: Count; give: (taken: Taken) => void; fail: (error: Error) => void }[];
  hears: boolean;
}
const kept = processState("worker", (): Kept => ({ asked: 0, waiting: new Map(), counts: [], hears: false }));

/** Whether this is one of several processes that answer, each started by the primary. */
export function isWorker(): boolean {
  return cluster.isWorker;
}

/** What the primary tells a worker; one that is about to leave hears nothing. */
export function tellWorker(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}

const send = (message: FromWorker) => void (process.connected && process.send!(message));

function hear(more: (message: FromPrimary) => void): void {
  process.on("message", (message) => more(message as FromPrimary));
}

async function ask<Answer>(question: { counts: Count[] } | { metrics: true }): Promise<Answer> {
  if (!kept.hears) {
    kept.hears = true;
    hear(({ answer }) => {
      if (answer) kept.waiting.get(answer.id)?.(answer.answer);
    });
  }
  const id = kept.asked++;
  const patience = new AbortController();
  try {
    return await Promise.race([
      new Promise<Answer>((give) => {
        kept.waiting.set(id, give as (answer: unknown) => void);
        send({ question: { id, ...question } });
      }),
      setTimeout(PATIENCE_MILLISECONDS, undefined, { ref: false, signal: patience.signal }).then(() => {
        throw new Error("the primary process does not answer");
      }),
    ]);
  } finally {
    patience.abort();
    kept.waiting.delete(id);
  }
}

/** Have the primary count. All that this process asks within a turn of its event loop goes in one message. */
export function askToCount(of: Count): Promise<Taken> {
  return new Promise((give, fail) => {
    if (kept.counts.push({ of, give, fail }) === 1) setImmediate(askForCounts);
  });
}

function askForCounts(): void {
  const counts = kept.counts.splice(0);
  ask<Taken[]>({ counts: counts.map(({ of }) => of) }).then(
    (taken) => counts.forEach(({ give }, index) => give(taken[index]!)),
    (error: Error) => counts.forEach(({ fail }) => fail(error)),
  );
}

/** The metrics of all workers, as each of them gives its own. */
export function askForMetrics<Metrics>(): Promise<Metrics[]> {
  return ask({ metrics: true });
}

/**
 * Be told to stop, and give metrics where the primary gathers them. Alone, a process is told by signals. One of several
 * is told by the primary, since a signal may come to the whole group of processes and would count twice.
 */
export function joinProcesses(stop: (signal: NodeJS.Signals) => void, metrics: () => Promise<object[]>): void {
  const ignore = () => undefined;
  const onSignal = isWorker() ? ignore : stop;
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  if (!isWorker()) return;
  hear((message) => {
    const { report } = message;
    if (message.stop) stop(message.stop);
    if (report) void metrics().then((own) => send({ report: { ...report, metrics: own } }), ignore);
  });
}

/** Say at the start what an operator should see; several processes say it once. */
export function sayAtStart(lines: string[]): void {
  if (isWorker()) send({ lines });
  else for (const line of lines) console.warn(line);
}

/** Say where the server answers, as soon as it does in every process. */
export function sayReady(address: string): void {
  if (isWorker()) send({ ready: address });
  else console.log(announcement(address));
}

export const announcement = (address: string) => `Glasshouse is at ${address}`;
