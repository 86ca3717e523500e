import type { Writable } from "node:stream";
import { formatCount } from "../model/format";

const WIDTH = 24;
const EVERY_MILLISECONDS = 100;

const count = new Intl.NumberFormat("en-US");

/** A line on a terminal that says how far a run is. Where there is no terminal, it says nothing. */
export class Progress {
  private readonly started = performance.now();
  private last = -Infinity;
  private readonly terminal: boolean;

  /** @param total bytes to go through, if that is known */
  constructor(
    private readonly total: number | undefined,
    private readonly out: Writable & { isTTY?: boolean } = process.stderr,
  ) {
    this.terminal = out.isTTY === true;
  }

  show(bytes: number, rows: number): void {
    const now = performance.now();
    if (!this.terminal || now - this.last < EVERY_MILLISECONDS) return;
    this.last = now;
    const seconds = (now - this.started) / 1000;
    const speed = `${formatCount(rows, "row")}, ${count.format(Math.round(rows / seconds))} rows/s`;
    if (!this.total) return void this.out.write(`\r\x1b[K${speed}`);
    const share = Math.min(1, bytes / this.total);
    const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
    const left = share > 0 ? Math.ceil((seconds / share) * (1 - share)) : 0;
    this.out.write(`\r\x1b[K${bar} ${Math.floor(100 * share)}%, ${speed}, ${left} s left`);
  }

  /** Take the line away. */
  clear(): void {
    if (this.terminal) this.out.write("\r\x1b[K");
  }
}
