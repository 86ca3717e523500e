import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../families";
import { listAudit } from "../store/audit";
import { listAliases, listVersions, readVersion } from "../store/published-models";
import type { Store } from "../store/store";
import { postgresRunsHere } from "../testing/postgres";
import { filesAs } from "../testing/published";
import { dialects, type TestedStore } from "../testing/store";

const ROUNDS = 8;
/** Of publications and promotions, in a round. */
const ACKNOWLEDGED = 25;
const project = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(project, "node_modules/.cache-publishing-"));
  await build({
    entryPoints: [fileURLToPath(new URL("../testing/version-writer.ts", import.meta.url))],
    outfile: join(folder, "writer.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  await mkdir(join(folder, "models"));
  await writeFile(join(folder, "files.json"), JSON.stringify(await filesAs("pay")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Start a writer, kill it without warning in the midst of its work, and give all that it acknowledged. */
async function writeAndKill(round: number, { DATABASE_URL = "", DATA_DIR = "none" }: TestedStore["place"]) {
  const settings = { DATABASE_URL, DATA_DIR, MODEL_DIR: join(folder, "models"), LOG_LEVEL: "silent" };
  const child = spawn(process.execPath, [join(folder, "writer.mjs"), String(round), join(folder, "files.json")], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    // At another moment each time.
    if (acknowledged.length === ACKNOWLEDGED) setTimeout(() => child.kill("SIGKILL"), round * 3);
  }
  await ended;
  return acknowledged;
}

/** What is published, each version loaded from its files. */
async function readWhole(store: Store): Promise<Set<string>> {
  const lines = await listVersions(store, "pay");
  for (const { model, version, revision } of lines) {
    const files = (await readVersion(store, { model, version, revision }))!;
    const loaded = loadModel(JSON.parse(files.spec), JSON.parse(files.bundle));
    expect([loaded.version, loaded.revision]).toEqual([version, revision]);
  }
  return new Set(lines.map(({ version, revision }) => `${version} ${revision}`));
}

describe.for(Object.entries(dialects))("versions in %s", { timeout: 120_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  beforeAll(async () => {
    tested = await make();
    await (await tested.open()).destroy();
  }, 120_000);
  afterAll(() => tested.remove());

  it(`are whole or absent after kill -9 in ${ROUNDS * ACKNOWLEDGED} publications and promotions, and so is what aliases mean`, async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= ROUNDS; round += 2) {
      // Two at a time, so that each is killed while another writes.
      acknowledged.push(
        ...(await Promise.all([round, round + 1].map((each) => writeAndKill(each, tested.place)))).flat(),
      );
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * ACKNOWLEDGED);
    const store = await tested.open();
    const whole = await readWhole(store);
    const aliases = await listAliases(store);
    expect(aliases.some(({ alias }) => alias === "champion")).toBe(true);
    for (const { version, revision } of await store.selectFrom("alias").selectAll().execute())
      expect(whole).toContain(`${version} ${revision}`);
    // What was acknowledged is there, and in the audit log; nothing is in the log that is not there.
    const deeds = (await listAudit(store, { limit: 100_000 })).map(({ action, version }) => `${action} ${version}`);
    expect(acknowledged.filter((line) => !deeds.includes(line))).toEqual([]);
    const published = deeds.filter((line) => line.startsWith("publish")).map((line) => line.split(" ")[1]);
    expect(new Set(published)).toEqual(new Set([...whole].map((each) => each.split(" ")[0])));
    await store.destroy();
  });
});
