import { formatCount } from "../model/format";
import type { Model } from "../model/model";
import { parseShift } from "../monitoring/shift";
import { simulate, type SimulatedRow } from "../monitoring/simulate";
import { CallError, ServiceError } from "./exit-codes";
import { publishedModel } from "./published-model";
import { addressOf, post, type Server } from "./server";

/** As many rows as one call of the API takes. */
const MOST_ROWS = 1_000;
const MOST_DAYS = 1_000;

export interface SimulateOptions {
  days: string;
  rows: string;
  drift?: string[];
  from: string;
  url: string;
  seed: string;
  key?: string;
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new CallError(`${name} must be a whole number from 1 to ${most}`);
  return value;
}

/** As the server would have been sent it at a time. */
function sendAt(server: Server, path: string, type: string, body: string, at: Date): Promise<unknown> {
  return post(server, path, body, { headers: { "content-type": type, "x-simulated-time": at.toISOString() } });
}

/** One day: its rows estimated in one call, then their outcomes, by receipt, in another. */
async function sendDay(server: Server, model: Model, rows: SimulatedRow[]): Promise<number> {
  const { at } = rows[0]!;
  const path = `/api/models/${model.spec.id}/predict/batch`;
  const body = JSON.stringify({ rows: rows.map(({ inputs }) => inputs) });
  const answer = (await sendAt(server, path, "application/json", body, at)) as {
    results: { estimate: number | null; receipt?: string }[];
  };
  const known = rows.flatMap(({ actual }, index) => {
    const { estimate, receipt } = answer.results[index]!;
    if (estimate === null || actual === null) return [];
    if (!receipt) throw new ServiceError(`${server.url} gives no receipts, so outcomes cannot be reported`);
    return [`${receipt},${actual}`];
  });
  if (known.length > 0) {
    await sendAt(server, "/api/outcomes", "text/csv", `receipt,actual\n${known.join("\n")}\n`, at);
  }
  return known.length;
}

/** `simulate <model>`: send a running server the predictions and the outcomes of many days. */
export async function simulateTraffic(id: string, options: SimulateOptions): Promise<void> {
  const model = await publishedModel(id);
  const days = wholeNumber("--days", options.days, MOST_DAYS);
  const rows = wholeNumber("--rows", options.rows, MOST_ROWS);
  if (!URL.canParse(options.url)) throw new CallError("--url must be an address such as http://localhost:3000");
  const server = { url: options.url, key: options.key };

  const world = simulate(model, {
    days,
    rows,
    shifts: (options.drift ?? []).map((text) => parseShift(model.spec, text)),
    from: wholeNumber("--from", options.from, MOST_DAYS),
    // A minute ago, so that a server whose clock is a little behind takes it too.
    end: new Date(Date.now() - 60_000),
    seed: wholeNumber("--seed", options.seed, 999_999_999),
  });
  let outcomes = 0;
  let batch: SimulatedRow[] = [];
  for (const row of world) {
    batch.push(row);
    if (batch.length < rows) continue;
    outcomes += await sendDay(server, model, batch);
    if (process.stderr.isTTY) process.stderr.write(`\rday ${row.day} of ${days}`);
    batch = [];
  }
  if (process.stderr.isTTY) process.stderr.write("\n");
  process.stdout.write(
    `sent ${formatCount(days * rows, "prediction")} and ${formatCount(outcomes, "outcome")}; see ${addressOf(server, "/monitoring")}\n`,
  );
}
