/** What lines are handed on to, such as standard output. */
export interface Lines {
  write(text: string): unknown;
  flush?(done?: () => void): void;
  flushSync?(): void;
}

/**
 * A pipe takes so many bytes as a whole, so that the lines of several processes, which share it, never stand within one
 * another.
 *
 * Source: POSIX, `PIPE_BUF`; on Linux, pipe(7).
 */
export const WHOLE_BYTES = 4_096;

/** How long a line may wait for others. */
const PAUSE_MILLISECONDS = 100;

/**
 * Gathers lines and hands them on together, in their order: one write for twenty lines costs less than twenty. What is
 * left when the process ends is handed on then.
 */
export class LineBatch implements Lines {
  #text = "";
  #lines;

  constructor(lines: Lines) {
    this.#lines = lines;
    setInterval(() => this.#handOn(), PAUSE_MILLISECONDS).unref();
    process.on("beforeExit", () => this.#handOn());
    process.on("exit", () => {
      if (this.#text === "") return;
      this.#handOn();
      this.#lines.flushSync?.();
    });
  }

  /** @param line ends with the end of the line */
  write(line: string): void {
    // Lines are of ASCII but for words of an operator's.
    if (this.#text.length + line.length > WHOLE_BYTES) this.#handOn();
    this.#text += line;
  }

  /** Hand on what was gathered. */
  flush(done?: () => void): void {
    this.#handOn();
    if (this.#lines.flush) this.#lines.flush(done);
    else done?.();
  }

  #handOn(): void {
    if (this.#text === "") return;
    const text = this.#text;
    this.#text = "";
    this.#lines.write(text);
  }
}
