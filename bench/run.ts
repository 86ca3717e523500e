import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { median } from "simple-statistics";
import { buildIfChanged } from "../scripts/build.mjs";
import { measureBatch } from "./batch";
import { load, type Load } from "./load";
import { isAvailable, KEY, servers, start, type Server } from "./servers";
import { measureWhileBusy } from "./busy";

/**
 * `npm run bench`: the same prediction asked of every server in turn, several rounds, one core each. Prints medians
 * over the rounds as Markdown.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    rows: { type: "string", default: "1000000" },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

const body = JSON.stringify({
  area: 6000,
  bedrooms: 3,
  bathrooms: 2,
  stories: 2,
  guest_rooms: false,
  basement: true,
  parking: 1,
});
const ESTIMATE = 90242.690714523;
const CONNECTIONS = [1, 32] as const;
/** What runs at all must be compiled first. */
const WARM_UP_SECONDS = 3;

interface Measured {
  /** Milliseconds from the start of the process to its first right answer. */
  firstAnswer: number;
  loads: Load[];
  peakMemory: number;
}

/** Wait for the first answer, and see that it is the right one: a server that does other work is no peer. */
async function firstAnswer(url: URL, started: number): Promise<number> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${KEY}` };
  for (const deadline = started + 60_000; performance.now() < deadline;) {
    const response = await fetch(url, { method: "POST", headers, body }).catch(() => null);
    if (!response?.ok) {
      await new Promise((wake) => setTimeout(wake, 5));
      continue;
    }
    const { estimate } = (await response.json()) as { estimate: number };
    if (Math.abs(estimate - ESTIMATE) > 1e-5) throw new Error(`${url} answers ${estimate}`);
    return performance.now() - started;
  }
  throw new Error(`${url} does not answer`);
}

async function measure(server: Server): Promise<Measured> {
  const started = performance.now();
  const running = await start(server);
  try {
    const first = await firstAnswer(running.url, started);
    // Ours goes on to load its pages after its first answer, and the first page comes when that is done.
    if (running.url.pathname.startsWith("/api/")) await (await fetch(new URL("/", running.url))).arrayBuffer();
    await load(running.url, body, 8, WARM_UP_SECONDS);
    const loads: Load[] = [];
    for (const connections of CONNECTIONS) loads.push(await load(running.url, body, connections, seconds));
    return { firstAnswer: first, loads, peakMemory: running.peakMemory() };
  } finally {
    await running.stop();
  }
}

if ((await buildIfChanged()) !== 0) process.exit(1);
const available = servers.filter(isAvailable);
const results = new Map<string, Measured[]>(available.map(({ name }) => [name, []]));
for (let round = 1; round <= rounds; round++) {
  for (const server of available) {
    process.stderr.write(`round ${round} of ${rounds}: ${server.name}\n`);
    results.get(server.name)!.push(await measure(server));
  }
}

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const over = (runs: Measured[], read: (run: Measured) => number) => median(runs.map(read));
const many = CONNECTIONS.indexOf(32);
const ours = over(results.get(available[0]!.name)!, (run) => run.loads[many]!.requestsPerSecond);

const rows = [...results].map(([name, runs]) => {
  const perLoad = CONNECTIONS.flatMap((_, index) => [
    whole.format(over(runs, (run) => run.loads[index]!.requestsPerSecond)),
    fine.format(over(runs, (run) => run.loads[index]!.p50)),
    fine.format(over(runs, (run) => run.loads[index]!.p99)),
  ]);
  const throughput = over(runs, (run) => run.loads[many]!.requestsPerSecond);
  const failures = runs.flatMap((run) => run.loads).reduce((sum, each) => sum + each.failures, 0);
  return [
    failures > 0 ? `${name} (${failures} failed)` : name,
    ...perLoad,
    `${fine.format(ours / throughput)} ×`,
    `${whole.format(over(runs, (run) => run.firstAnswer))} ms`,
    `${whole.format(over(runs, (run) => run.peakMemory))} MB`,
  ];
});

const head = [
  "server",
  "req/s, 1 conn.",
  "p50 ms",
  "p99 ms",
  "req/s, 32 conn.",
  "p50 ms",
  "p99 ms",
  "first line is",
  "start to first answer",
  "peak memory",
];
const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; one core for each server; medians of ${rounds} rounds of ${seconds} s.\n`,
);
console.log([line(head), line(head.map((_, index) => (index === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n"));
const missing = servers.filter((server) => !isAvailable(server)).map(({ name }) => name);
if (missing.length > 0) console.log(`\nNot installed here, so not measured: ${missing.join("; ")}.`);
console.log(`\n${await measureBatch(Number(values.rows), rounds)}`);
console.log(`\n${await measureWhileBusy(Number(values.rows))}`);
