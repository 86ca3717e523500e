import { parseArgs } from "node:util";
import { formatQuantity } from "../model/format";
import type { Model } from "../model/model";
import { findModel, listModels } from "../registry/registry";
import { parseShift, ShiftError } from "../monitoring/shift";
import { simulate, type SimulatedRow } from "../monitoring/simulate";

const USAGE =
  "usage: npm run simulate -- <model> [--days 90] [--rows 20] [--drift area:+20%]… [--from 60] [--url http://localhost:3000] [--seed 1] [--key <API key>]";
/** As many rows as one call of the API takes. */
const MOST_ROWS = 1_000;
const MOST_DAYS = 1_000;
const MOST_TRIES = 6;
const LONGEST_WAIT = 60;
const TIMEOUT = 30_000;

/** What the person who runs this can put right. */
class SimulateError extends Error {}

interface Server {
  url: string;
  key: string | undefined;
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new SimulateError(`${name} must be a whole number from 1 to ${most}`);
  return value;
}

/** Waits as long as the server asks, as often as is sensible; every other refusal ends the run in the server's words. */
async function post(server: Server, path: string, type: string, body: string, at: Date): Promise<unknown> {
  const headers: Record<string, string> = { "content-type": type, "x-simulated-time": at.toISOString() };
  if (server.key) headers.authorization = `Bearer ${server.key}`;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(new URL(path, server.url), {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT),
    }).catch((error: Error) => {
      throw new SimulateError(`there is no answer from ${server.url}: ${error.message}`);
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    const waits = response.status === 429 || response.status === 503;
    const seconds = Number(response.headers.get("retry-after") ?? NaN);
    if (!waits || !(seconds <= LONGEST_WAIT) || attempt === MOST_TRIES) {
      const { detail, title } = (answer ?? {}) as { detail?: string; title?: string };
      throw new SimulateError(`${path} answered ${response.status}: ${detail ?? title ?? "no reason given"}`);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(1, seconds) * 1000));
  }
}

/** One day: its rows estimated in one call, then their outcomes, by receipt, in another. */
async function sendDay(server: Server, model: Model, rows: SimulatedRow[]): Promise<number> {
  const { at } = rows[0]!;
  const path = `/api/models/${model.spec.id}/predict/batch`;
  const body = JSON.stringify({ rows: rows.map(({ inputs }) => inputs) });
  const answer = (await post(server, path, "application/json", body, at)) as {
    results: { estimate: number | null; receipt?: string }[];
  };
  const known = rows.flatMap(({ actual }, index) => {
    const { estimate, receipt } = answer.results[index]!;
    if (estimate === null || actual === null) return [];
    if (!receipt) throw new SimulateError(`${server.url} gives no receipts, so outcomes cannot be reported`);
    return [`${receipt},${actual}`];
  });
  if (known.length > 0) {
    await post(server, "/api/outcomes", "text/csv", `receipt,actual\n${known.join("\n")}\n`, at);
  }
  return known.length;
}

/** `npm run simulate -- <model>`: send a running server the traffic and the outcomes of many days. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      days: { type: "string", default: "90" },
      rows: { type: "string", default: "20" },
      drift: { type: "string", multiple: true, default: [] },
      from: { type: "string", default: "1" },
      url: { type: "string", default: "http://localhost:3000" },
      seed: { type: "string", default: "1" },
      key: { type: "string" },
    },
  });
  const [id, ...rest] = positionals;
  if (!id || rest.length > 0) throw new SimulateError(USAGE);
  const model = await findModel(id);
  if (!model) {
    const ids = (await listModels()).map(({ spec }) => spec.id).join(", ");
    throw new SimulateError(`there is no model ${id}; there are ${ids}`);
  }
  const days = wholeNumber("--days", values.days, MOST_DAYS);
  const rows = wholeNumber("--rows", values.rows, MOST_ROWS);
  if (!URL.canParse(values.url)) throw new SimulateError("--url must be an address such as http://localhost:3000");
  const server = { url: values.url, key: values.key };

  const world = simulate(model, {
    days,
    rows,
    shifts: values.drift.map((text) => parseShift(model.spec, text)),
    from: wholeNumber("--from", values.from, MOST_DAYS),
    // A minute ago, so that a server whose clock is a little behind takes it too.
    end: new Date(Date.now() - 60_000),
    seed: wholeNumber("--seed", values.seed, 999_999_999),
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
    `sent ${formatQuantity(days * rows)} predictions and ${formatQuantity(outcomes)} outcomes; see ${new URL("/monitoring", server.url).href}\n`,
  );
}

main().catch((error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const known = error instanceof SimulateError || error instanceof ShiftError || code.startsWith("ERR_PARSE_ARGS");
  process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
