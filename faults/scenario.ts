import { setTimeout as sleep } from "node:timers/promises";

/** One line of the report: what was sent, what must hold, and what came. */
export interface Row {
  sent: string;
  wanted: string;
  got: string;
  /** Null where it could not be run here. */
  held: boolean | null;
}

export interface Scenario {
  /** As it is called: `npm run faults -- nginx`. */
  name: string;
  title: string;
  /** One sentence of what stands where, for the report. */
  about: string;
  /** What `quick` leaves out is slow; what it runs says the same with less. */
  run(rows: Rows, quick: boolean): Promise<void>;
}

/** What was got, and whether that is what was wanted. */
export type Got = [got: string, held: boolean];

const MOST_SECONDS = 120;

/** Rows as they come about; each is printed at once. */
export class Rows {
  readonly all: Row[] = [];

  add(row: Row): void {
    this.all.push(row);
    const sign = row.held === null ? "–" : row.held ? "✓" : "✗";
    console.log(`  ${sign} ${row.sent}\n      wanted: ${row.wanted}\n      got:    ${row.got}`);
  }

  /** Send something and say what came; an error or no answer in time is one that does not hold. */
  async check(sent: string, wanted: string, send: () => Promise<Got>, seconds = MOST_SECONDS): Promise<void> {
    const [got, held] = await within(seconds, send()).catch((error): Got => [describe(error), false]);
    this.add({ sent, wanted, got: oneLine(got), held });
  }

  /** Say that something cannot be run here, and why. */
  skip(sent: string, why: string): void {
    this.add({ sent, wanted: "", got: `did not run: ${why}`, held: null });
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").slice(0, 300);

/** An error in one line, with its cause. */
export function describe(error: unknown): string {
  const { message, code, cause } = error as Error & { code?: string };
  const own = code && !message.includes(code) ? `${code} ${message}` : message;
  return cause instanceof Error ? `${own}: ${describe(cause)}` : own;
}

/** The value, or an error if it takes longer. */
export async function within<Value>(seconds: number, value: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing within ${seconds} s`)), seconds * 1_000);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}

/** Look again until something holds, and give back the last thing seen. */
export async function until<Value>(
  look: () => Promise<Value>,
  holds: (value: Value) => boolean,
  seconds = 60,
): Promise<Value> {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    const value = await look();
    if (holds(value) || performance.now() > deadline) return value;
    await sleep(100);
  }
}
