import { CsvError } from "@/lib/csv/dialect";
import { readAnswer, type RowAnswer } from "./read-answer";
import { sendSlice, type Sending, type Trouble } from "./send-slice";
import { bodyOf, cutFile, type Slice } from "./slices";
import { Summarizer, type Summary } from "./summary";
import { TROUBLE_WORDS } from "./trouble-words";

export interface Progress {
  rows: number;
  /** Of the file, from 0 to 1. */
  share: number;
  /** Time for scoring, without waiting for a server that is away or for a person. */
  seconds: number;
}

/** The state of a run. A halted run continues when a person lets it, unless the file is the cause. */
export type RunState = { progress: Progress } & (
  | { phase: "scoring" }
  /** `seconds` until the next attempt. */
  | { phase: "waiting"; trouble: Trouble; seconds: number }
  | { phase: "halted"; cause: "person" | "key" | "server" | "file"; trouble: Trouble; result: Result }
  | { phase: "finished"; result: Result }
);
export type Halted = Extract<RunState, { phase: "halted" }>;

/** The rows that are done so far. */
export interface Result {
  /** The answer as a file. */
  file: Blob;
  summary: Summary;
}

export interface RunOptions extends Sending {
  file: Blob;
  /** The most bytes of a slice's records, if not as usual. */
  sliceBytes?: number;
  /** Resolves after so many milliseconds, or rejects when the signal is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  now: () => number;
  report: (state: RunState) => void;
}

/** Seconds before the same slice is sent again; after the last of them a person decides. */
const PAUSES = [1, 2, 4, 8, 15, ...new Array<number>(19).fill(30)];

const BYTE_ORDER_MARK = "239,187,191";

/** Why a run does not continue by itself. */
class Halt extends Error {
  constructor(
    readonly cause: Halted["cause"],
    readonly trouble: Trouble = {},
  ) {
    super(cause);
  }
}

/**
 * Scores a file slice by slice and puts the answers together. After every interruption it continues
 * with the slice that has no answer yet, so no row is lost and none is there twice.
 */
export class BatchRun {
  private readonly slices: AsyncGenerator<Slice, void, undefined>;
  private readonly summarizer = new Summarizer();
  private readonly parts: Blob[] = [];
  /** Cut, and not answered yet. */
  private slice: Slice | undefined;
  /** Why nothing more can be cut. */
  private broken: Halt | undefined;
  private progress: Progress = { rows: 0, share: 0, seconds: 0 };
  private bytes = 0;
  private stopping = new AbortController();
  private waiting: AbortController | undefined;
  private running = false;

  constructor(private readonly options: RunOptions) {
    this.slices = cutFile(options.file, options.sliceBytes);
  }

  /** Begin, or continue where it was halted. Resolves when it ends or is halted. */
  async goOn(key = this.options.key): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.options.key = key;
    this.stopping = new AbortController();
    try {
      await this.scoreAll();
    } catch (error) {
      await this.halt(this.stopping.signal.aborted ? this.stopping.signal.reason : error);
    } finally {
      this.running = false;
    }
  }

  /** Where it waits to send a slice again, send it at once. */
  wake(): void {
    this.waiting?.abort();
  }

  stop(): void {
    this.stopping.abort(new Halt("person"));
  }

  private async scoreAll(): Promise<void> {
    const { now, report } = this.options;
    for (;;) {
      this.slice ??= await this.nextSlice();
      if (!this.slice) break;
      report({ phase: "scoring", progress: { ...this.progress } });
      const start = now();
      const waited = await this.answerSlice(this.slice);
      this.slice = undefined;
      this.progress.seconds += (now() - start - waited) / 1000;
      this.stopping.signal.throwIfAborted();
    }
    this.progress.share = 1;
    report({ phase: "finished", progress: { ...this.progress }, result: await this.result() });
  }

  private async nextSlice(): Promise<Slice | undefined> {
    if (this.broken) throw this.broken;
    try {
      return (await this.slices.next()).value ?? undefined;
    } catch (error) {
      if (!(error instanceof CsvError || error instanceof DOMException)) throw error;
      const { locale } = this.options;
      const trouble =
        error instanceof CsvError ? { detail: error.messageIn(locale) } : { text: TROUBLE_WORDS[locale].unreadable };
      throw (this.broken = new Halt("file", trouble));
    }
  }

  /** Send until there is an answer; gives the milliseconds spent waiting. */
  private async answerSlice(slice: Slice): Promise<number> {
    const { sleep, now, report } = this.options;
    const words = TROUBLE_WORDS[this.options.locale];
    const { signal } = this.stopping;
    const body = bodyOf(slice);
    let waited = 0;
    for (const pause of PAUSES) {
      const sent = await sendSlice(this.options, body, signal);
      if (sent.kind === "answer" && this.take(slice, sent.bytes)) return waited;
      if (sent.kind === "refused") throw new Halt("server", sent.trouble);
      if (sent.kind === "key") throw new Halt("key", sent.trouble);

      const { trouble, seconds = 0 } = sent.kind === "wait" ? sent : { trouble: { text: words.brokenOff } };
      const wait = Math.max(pause, seconds);
      report({ phase: "waiting", trouble, seconds: wait, progress: { ...this.progress } });
      this.waiting = new AbortController();
      const start = now();
      await sleep(1000 * wait, AbortSignal.any([signal, this.waiting.signal])).catch(() => signal.throwIfAborted());
      waited += now() - start;
    }
    throw new Halt("server", { text: words.silentForLong });
  }

  /** Keep an answer if it is whole: if it has as many rows as were sent. */
  private take(slice: Slice, bytes: Uint8Array<ArrayBuffer>): boolean {
    const { dialect, names } = slice.header;
    const answers: RowAnswer[] = [];
    const { start, rows } = readAnswer(bytes, dialect, names.length, (row) => answers.push(row));
    if (rows !== slice.rows) return false;
    for (const answer of answers) this.summarizer.add(answer);
    this.parts.push(new Blob([this.parts.length === 0 ? bytes : bytes.subarray(start)]));
    this.bytes += slice.records.length;
    this.progress.rows += rows;
    this.progress.share = Math.min(1, this.bytes / this.options.file.size);
    return true;
  }

  /** What is done so far, with the byte order mark that the file has, by which spreadsheets know UTF-8. */
  private async result(): Promise<Result> {
    const start = await this.options.file
      .slice(0, 3)
      .arrayBuffer()
      .catch(() => new ArrayBuffer());
    const marked = String(new Uint8Array(start)) === BYTE_ORDER_MARK;
    const parts = marked ? [start, ...this.parts] : this.parts;
    return { file: new Blob(parts, { type: "text/csv" }), summary: this.summarizer.summary() };
  }

  private async halt(reason: unknown): Promise<void> {
    if (!(reason instanceof Halt)) throw reason;
    const { cause, trouble } = reason;
    this.options.report({
      phase: "halted",
      cause,
      trouble,
      progress: { ...this.progress },
      result: await this.result(),
    });
  }
}
