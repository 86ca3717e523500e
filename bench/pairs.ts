import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { median } from "simple-statistics";
import { runCommand, writeModelOf } from "./batch";
import { load } from "./load";
import { servers, start } from "./servers";
import { writeTable } from "./table";

/**
 * `npm run bench:pairs -- --before <checkout> --after <checkout>`: two built checkouts side by side, in pairs of runs
 * right after one another, so that whatever else the machine does weighs on both. Which of the two comes first changes
 * from pair to pair. Prints each pair, and for each measure the median of the ratios; above 1 is faster than before.
 */
const { values } = parseArgs({
  options: {
    before: { type: "string" },
    after: { type: "string" },
    pairs: { type: "string", default: "7" },
    seconds: { type: "string", default: "4" },
    rows: { type: "string", default: "300000" },
  },
});
if (!values.before || !values.after) {
  console.error("usage: npm run bench:pairs -- --before <checkout> --after <checkout> [--pairs 7]");
  process.exit(2);
}
const pairs = Number(values.pairs);
const seconds = Number(values.seconds);
const rows = Number(values.rows);

const CONNECTIONS = 32;
const body = JSON.stringify({
  area: 6000,
  bedrooms: 3,
  bathrooms: 2,
  stories: 2,
  guest_rooms: false,
  basement: true,
  parking: 1,
});

interface Side {
  name: "before" | "after";
  /** The root of a built checkout. */
  checkout: string;
  /** Where its output goes. */
  folder: string;
}

interface Measure {
  name: string;
  /** How many a second. */
  run: (side: Side) => Promise<number>;
}

/** Run a command of a checkout's command line, as `npm run` does, without npm's own time. */
function runCli({ checkout }: Side, ...command: string[]) {
  return runCommand([process.execPath, join(checkout, "scripts/cli.mjs"), ...command], checkout);
}

/** Predictions a second of the built server. */
async function predict({ checkout, folder }: Side): Promise<number> {
  const [server] = servers;
  const data = mkdtempSync(join(folder, "data-"));
  const cwd = join(checkout, ".next/standalone");
  const running = await start({ ...server!, cwd, env: { ...server!.env, DATA_DIR: data } });
  try {
    const ready = new URL("/", running.url);
    while (!(await fetch(ready).catch(() => null))?.ok) await setTimeout(20);
    await load(running.url, body, 8, 1);
    const { requestsPerSecond, failures } = await load(running.url, body, CONNECTIONS, seconds);
    if (failures > 0) throw new Error(`${failures} requests to ${checkout} failed`);
    return requestsPerSecond;
  } finally {
    await running.stop();
  }
}

const modelOf = ({ checkout }: Side) => join(checkout, "model/house-price");
const trainedIn = ({ folder }: Side) => join(folder, "house-price");
const scoredIn = ({ folder }: Side) => join(folder, "scored.csv");

async function score(side: Side, table: string): Promise<number> {
  const run = await runCli(side, "score", modelOf(side), "--in", table, "--out", scoredIn(side));
  return rows / run.seconds;
}

async function train(side: Side): Promise<number> {
  const run = await runCli(side, "train", trainedIn(side));
  return rows / run.seconds;
}

/** Run each command once: the first run of a checkout makes what later ones start from. */
async function warmUp(side: Side, table: string): Promise<void> {
  writeModelOf(table, modelOf(side), trainedIn(side));
  await score(side, table);
  await train(side);
}

const sameBytes = (one: string, other: string) => readFileSync(one).equals(readFileSync(other));

const folder = mkdtempSync(join(tmpdir(), "glasshouse-pairs-"));
try {
  const table = join(folder, "table.csv");
  await writeTable(table, rows);
  const sides = (["before", "after"] as const).map((name) => {
    return { name, checkout: resolve(values[name]!), folder: mkdtempSync(join(folder, `${name}-`)) };
  }) as [Side, Side];
  for (const side of sides) await warmUp(side, table);

  const measures: Measure[] = [
    { name: "predictions a second", run: predict },
    { name: "rows scored a second", run: (side) => score(side, table) },
    { name: "rows trained on a second", run: train },
  ];
  const ratios = new Map<Measure, number[]>(measures.map((measure) => [measure, []]));
  const whole = (value: number) => Math.round(value).toLocaleString("en-US");
  console.log("| pair | measure | before | after | after / before |\n| --: | --- | --: | --: | --: |");
  for (let pair = 1; pair <= pairs; pair++) {
    for (const measure of measures) {
      const found = { before: 0, after: 0 };
      for (const side of pair % 2 === 1 ? sides : sides.toReversed()) found[side.name] = await measure.run(side);
      const ratio = found.after / found.before;
      ratios.get(measure)!.push(ratio);
      const cells = [pair, measure.name, whole(found.before), whole(found.after), ratio.toFixed(3)];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
  console.log(`\n| median of ${pairs} pairs | after / before | from | to |\n| --- | --: | --: | --: |`);
  for (const [{ name }, found] of ratios) {
    const cells = [median(found), Math.min(...found), Math.max(...found)].map((ratio) => ratio.toFixed(3));
    console.log(`| ${[name, ...cells].join(" | ")} |`);
  }
  const [before, after] = sides;
  const same = {
    "scored tables": sameBytes(scoredIn(before), scoredIn(after)),
    artifacts: sameBytes(join(trainedIn(before), "artifact.json"), join(trainedIn(after), "artifact.json")),
  };
  console.log();
  for (const [what, are] of Object.entries(same))
    console.log(`The ${what} are ${are ? "the same bytes" : "different"}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
