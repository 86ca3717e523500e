import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresRunsHere } from "../testing/postgres";
import type { Store } from "./store";
import { dialects, type TestedStore } from "../testing/store";

/** The database of PostgreSQL outlives its clients, which have less to lose. */
const ROUNDS: Record<string, number> = { SQLite: 50, PostgreSQL: 20 };
const project = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
let writer: string;
beforeAll(async () => {
  // Bundled once: a process that compiles itself first would take most of a round for that.
  folder = await mkdtemp(join(project, "node_modules/.cache-durability-"));
  writer = join(folder, "writer.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("../testing/store-writer.ts", import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Start a writer, kill it without warning after some acknowledgements, and give all that it acknowledged. */
async function writeAndKill(round: number, place: object, acknowledgements: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, String(round), JSON.stringify(place)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === acknowledgements) child.kill("SIGKILL");
  }
  await ended;
  return acknowledged;
}

async function stored(store: Store): Promise<Set<string>> {
  const rows = await store.selectFrom("outcome").select("receipt").execute();
  return new Set(rows.map(({ receipt }) => receipt));
}

describe.for(Object.entries(dialects))("outcomes in %s", { timeout: 240_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  const rounds = ROUNDS[name]!;
  let tested: TestedStore;
  beforeAll(async () => {
    tested = await make();
    await (await tested.open()).destroy();
  }, 120_000);
  afterAll(() => tested.remove());

  it(`are all there after kill -9 in the midst of acknowledging them, ${rounds} times`, async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= rounds; round += 2) {
      // Two at a time, so that each is killed while another writes.
      const pair = [round, round + 1].map((each) => writeAndKill(each, tested.place, 1 + (each % 7)));
      acknowledged.push(...(await Promise.all(pair)).flat());
      if (round % 10 < 9) continue;
      const store = await tested.open();
      const kept = await stored(store);
      await store.destroy();
      expect(acknowledged.filter((receipt) => !kept.has(receipt))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
  });

  it("of two processes that write at once are all there", async () => {
    const both = await Promise.all([101, 102].map((round) => writeAndKill(round, tested.place, 100)));
    const store = await tested.open();
    const kept = await stored(store);
    await store.destroy();
    expect(both.map(({ length }) => length >= 100)).toEqual([true, true]);
    expect(both.flat().filter((receipt) => !kept.has(receipt))).toEqual([]);
  });
});
