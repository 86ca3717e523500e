import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildIfChanged } from "../scripts/build.mjs";
import { takePortsFrom } from "./owned";
import { writeReport } from "./report";
import { describe, Rows, type Row, type Scenario } from "./scenario";
import { database } from "./scenarios/database";
import { damaged } from "./scenarios/damaged";
import { disk } from "./scenarios/disk";
import { fuzz } from "./scenarios/fuzz";
import { haproxy } from "./scenarios/haproxy";
import { hostile } from "./scenarios/hostile";
import { kill } from "./scenarios/kill";
import { nginx } from "./scenarios/nginx";
import { restarts } from "./scenarios/restarts";
import { trickle } from "./scenarios/trickle";

/**
 * `npm run faults`: the production build where people put it, and what becomes of it there.
 *
 * It leaves with 0 where everything that could run held, with 1 otherwise, and with 2 for a call that is wrong.
 */
const scenarios: Scenario[] = [nginx, haproxy, trickle, restarts, kill, database, disk, damaged, hostile, fuzz];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** A shorter form of each, for `npm test`; writes no report. */
    quick: { type: "boolean", default: false },
    /** Servers take ports from this one on. */
    ports: { type: "string" },
    /** A file for the counts, as JSON. */
    counts: { type: "string" },
  },
});
const unknown = positionals.filter((name) => !scenarios.some((each) => each.name === name));
if (unknown.length > 0) {
  console.error(`${unknown.join(", ")}: no such scenario; there are ${scenarios.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
if (values.ports) takePortsFrom(Number(values.ports));
if ((await buildIfChanged()) !== 0) process.exit(1);

const chosen = positionals.length > 0 ? scenarios.filter(({ name }) => positionals.includes(name)) : scenarios;
const results = new Map<Scenario, Row[]>();
for (const scenario of chosen) {
  const begun = performance.now();
  console.log(`${scenario.title} (${scenario.name})`);
  const rows = new Rows();
  await scenario.run(rows, values.quick).catch((error) => {
    rows.add({ sent: "the rest", wanted: "to be run", got: describe(error), held: false });
  });
  results.set(scenario, rows.all);
  console.log(`  ${((performance.now() - begun) / 1_000).toFixed(0)} s\n`);
}

const all = [...results.values()].flat();
const count = (held: boolean | null) => all.filter((row) => row.held === held).length;
console.log(`faults: ${count(true)} held, ${count(false)} failed, ${count(null)} not run`);
if (values.counts) writeFileSync(values.counts, JSON.stringify({ passed: count(true), failed: count(false) }));
if (!values.quick) await writeReport(scenarios, results);
process.exit(count(false) === 0 ? 0 : 1);
