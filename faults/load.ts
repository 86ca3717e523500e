import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { HOUSE, house, isEstimate } from "./houses";
import { describe, until } from "./scenario";
import { send, sendJson, type Answer } from "./send";
import { ESTIMATE_PAGE } from "./through-proxy";

/** Where a client sends to: an instance, or a proxy in front of all. */
export interface Target {
  url: string;
  /** Whether the client looks at its health by itself, as a load balancer does. */
  checked: boolean;
  up: boolean;
  inFlight: number;
  agent: Agent;
}

const CHECK_MILLISECONDS = 200;
const TICK_MILLISECONDS = 20;
/** A client that waits for this many answers sends no more: what is due meanwhile counts as failed. */
const MOST_IN_FLIGHT = 1_000;

/**
 * A client with connections that are kept alive, which sends so many requests a second whatever becomes of them, to its
 * targets in turn, and none of them twice. Four in five are predictions; the others report outcomes of earlier ones, list
 * the models and open a page.
 */
export class Load {
  readonly targets: Target[];
  sent = 0;
  answered = 0;
  readonly failures: string[] = [];
  /** Outcomes that were refused in words for as long as the store is away, with the time to send them again. */
  refused = 0;
  /** The outcomes that were acknowledged, by the id of their receipt. */
  readonly acknowledged = new Map<string, number>();
  readonly #receipts: string[] = [];
  readonly #stop = new AbortController();
  readonly #working: Promise<void>[];
  readonly #predictionsOnly: boolean;
  #turn = 0;

  constructor(urls: string[], perSecond: number, { checked = false, predictionsOnly = false } = {}) {
    this.#predictionsOnly = predictionsOnly;
    this.targets = urls.map((url) => {
      return { url, checked, up: true, inFlight: 0, agent: new Agent({ keepAlive: true, maxSockets: 64 }) };
    });
    this.#working = [this.#sendAll(perSecond), ...(checked ? this.targets.map((target) => this.#watch(target)) : [])];
  }

  get inFlight(): number {
    return this.targets.reduce((sum, target) => sum + target.inFlight, 0);
  }

  /** Send nothing more, and wait for what is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#working);
    await until(
      async () => this.inFlight,
      (count) => count === 0,
      30,
    );
    for (const { agent } of this.targets) agent.destroy();
  }

  /** What became of everything, in words. */
  summary(): string {
    const kinds = new Map<string, number>();
    for (const fault of this.failures) kinds.set(fault, (kinds.get(fault) ?? 0) + 1);
    const faults = [...kinds].map(([fault, count]) => `${count} × ${fault}`).join("; ");
    const failed = `${this.failures.length} failed${faults && ` (${faults})`}`;
    const refused = this.refused > 0 ? `, ${this.refused} outcomes refused with Retry-After` : "";
    return `${this.answered} answered, ${failed}${refused}; ${this.acknowledged.size} outcomes acknowledged`;
  }

  async #sendAll(perSecond: number): Promise<void> {
    const begun = performance.now();
    while (!this.#stop.signal.aborted) {
      const due = Math.floor(((performance.now() - begun) / 1_000) * perSecond);
      // A machine that was busy sends what is due at once, but no burst that no client would send.
      this.sent = Math.max(this.sent, due - perSecond);
      while (this.sent < due) void this.#sendOne(this.sent++);
      await sleep(TICK_MILLISECONDS);
    }
  }

  async #sendOne(index: number): Promise<void> {
    const target = this.#next();
    if (!target || target.inFlight >= MOST_IN_FLIGHT) return void this.failures.push("no instance takes it");
    target.inFlight++;
    try {
      const fault = await this.#ask(target, index);
      if (fault) this.failures.push(fault);
      else this.answered++;
    } catch (error) {
      this.failures.push(describe(error));
    } finally {
      target.inFlight--;
    }
  }

  /** What is wrong with the answer, if anything. */
  async #ask({ url, agent }: Target, index: number): Promise<string | undefined> {
    if (this.#predictionsOnly) return expect(await sendJson(url + HOUSE, house, { agent }), isEstimate);
    const receipt = index % 10 === 5 ? this.#receipts.shift() : undefined;
    if (receipt !== undefined) return this.#report(url, agent, receipt);
    if (index % 50 === 0)
      return expect(await send(url + ESTIMATE_PAGE, { agent }), ({ text }) => text.includes("</html>"));
    if (index % 10 === 0) return expect(await send(`${url}/api/models`, { agent }), () => true);
    const answer = await sendJson(url + HOUSE, house, { agent });
    if (!isEstimate(answer)) return expect(answer, () => false);
    const { receipt: given } = answer.json();
    if (typeof given === "string" && this.#receipts.length < 1_000) this.#receipts.push(given);
    return undefined;
  }

  async #report(url: string, agent: Agent, receipt: string): Promise<string | undefined> {
    const actual = 80_000 + (this.sent % 20_000);
    const answer = await sendJson(`${url}/api/outcomes`, { receipt, actual }, { agent });
    if (answer.status === 200) this.acknowledged.set(idOf(receipt), actual);
    if (answer.status === 503 && answer.headers["retry-after"] && answer.text.includes("detail")) {
      this.refused++;
      return undefined;
    }
    return expect(answer, () => true);
  }

  #next(): Target | undefined {
    for (let tries = 0; tries < this.targets.length; tries++) {
      const target = this.targets[this.#turn++ % this.targets.length]!;
      if (target.up) return target;
    }
    return undefined;
  }

  async #watch(target: Target): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const ready = await send(`${target.url}/api/health/ready`, { seconds: 5 }).catch(() => undefined);
      target.up = ready?.status === 200;
      await sleep(CHECK_MILLISECONDS);
    }
  }
}

const expect = (answer: Answer, holds: (answer: Answer) => boolean) =>
  answer.status === 200 && holds(answer) ? undefined : `${answer.status} ${answer.text.slice(0, 120)}`;

/** The id that a receipt carries, which is the name of its outcome in the store. */
export function idOf(receipt: string): string {
  const payload = Buffer.from(receipt.split(".")[1]!, "base64url").toString();
  return (JSON.parse(payload) as { jti: string }).jti;
}
