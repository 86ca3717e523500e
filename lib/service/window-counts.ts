/** The points that a client has in a number of seconds, which begin with the first point taken. */
export interface Limit {
  points: number;
  seconds: number;
}

/** A limit by its name, which is the same on every instance. */
export interface NamedLimit extends Limit {
  name: string;
  /** Whether the counts of other machines are waited for: for what is slow anyway, such as a login. */
  strict?: boolean;
}

/** What is to be counted, and what is to be given back. */
export type Count = NamedLimit & { client: string; take: number | "forget" };

/** How a client stands after it has taken points. */
export interface Taken {
  /** Points that are left, 0 at least. */
  remaining: number;
  /** Until all are back. */
  msBeforeNext: number;
  /** Whether the client has taken more than there are; these count too. */
  exceeded: boolean;
}

/** What one client has taken, as other machines are to hear of it. */
export interface ClientCount {
  client: string;
  points: number;
  /** Milliseconds since 1970. */
  ends_at: number;
}

interface Window {
  endsAt: number;
  /** By all machines, as far as is known here. */
  used: number;
  /** Of these, what other machines have not heard of. */
  own: number;
}

/** Some 15 MB. Past this number of clients, the oldest windows are forgotten, so that no crowd of addresses fills the memory. */
const MOST_CLIENTS = 50_000;

/** What clients have taken of one limit, each in a window of its own. Times are milliseconds since 1970. */
export class WindowCounts {
  /** In the order in which they began, which is the one in which they end. */
  #windows = new Map<string, Window>();
  #most;

  constructor(most = MOST_CLIENTS) {
    this.#most = most;
  }

  /** How many clients are remembered. */
  get size(): number {
    return this.#windows.size;
  }

  /** Take points, or see with none how a client stands. */
  take(client: string, points: number, limit: Limit, now: number): Taken {
    let window = this.#windows.get(client);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + limit.seconds * 1_000, used: 0, own: 0 };
      if (points > 0) this.#begin(client, window, now);
    }
    window.used += points;
    window.own += points;
    return {
      remaining: Math.max(limit.points - window.used, 0),
      msBeforeNext: window.endsAt - now,
      exceeded: window.used > limit.points,
    };
  }

  #begin(client: string, window: Window, now: number): void {
    this.#windows.delete(client);
    for (const [other, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < this.#most) break;
      this.#windows.delete(other);
    }
    this.#windows.set(client, window);
  }

  /** Give a client all its points back. */
  forget(client: string): void {
    this.#windows.delete(client);
  }

  /** What other machines have not heard of, of so many clients at most; it counts as heard from here on. */
  takeUnheard(most: number, now: number): ClientCount[] {
    const counts: ClientCount[] = [];
    for (const [client, window] of this.#windows) {
      if (counts.length === most) break;
      if (window.own > 0 && window.endsAt > now) counts.push(this.#tell(client, window));
    }
    return counts;
  }

  /** The same of one client, at least 0 points. */
  takeUnheardOf(client: string): ClientCount | undefined {
    const window = this.#windows.get(client);
    return window && this.#tell(client, window);
  }

  #tell(client: string, window: Window): ClientCount {
    const points = window.own;
    window.own = 0;
    return { client, points, ends_at: window.endsAt };
  }

  /** Hear what a client has taken on all machines together, and when its window ends there. */
  hear({ client, points, ends_at }: ClientCount): void {
    const window = this.#windows.get(client);
    if (!window) return;
    window.used = Math.max(window.used, points + window.own);
    window.endsAt = ends_at;
  }
}
